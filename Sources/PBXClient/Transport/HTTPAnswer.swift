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
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
