/// An answer as it came over the network, as a whole.
package struct HTTPAnswer: Sendable {
  /// No answer may be longer, in bytes.
  package static let largestBody = 16 * 1024 * 1024

  package var status: Int
  package var headers: [HTTPField]
  package var body: [UInt8]

  package init(status: Int, headers: [HTTPField] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first field of a name, in whatever case it was sent; nil where there is none.
  package func header(_ name: String) -> String? {
    headers.first { Self.isSame($0.name, name) }?.value
  }

  /// Whether two names of fields, which are ASCII, differ in their case alone.
  private static func isSame(_ name: String, _ other: String) -> Bool {
    name.utf8.count == other.utf8.count
      && zip(name.utf8, other.utf8).allSatisfy { lowercased($0) == lowercased($1) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
