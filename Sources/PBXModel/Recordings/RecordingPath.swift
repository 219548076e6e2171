/// The path of a recording below the PBX's address, such as
/// `monitor/20241115/20241115-103135-8002-8003-hwd-1731637895.49.wav`.
///
/// It stays below `monitor/` or `voicemail/`, whatever it was read from.
public struct RecordingPath: Hashable, Sendable, CustomStringConvertible {
  /// Without a slash in front.
  public let description: String

  /// The parts between the slashes; the first one is `monitor` or `voicemail`.
  public var components: [String] {
    description.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }
  }

  /// Nil where the text leads elsewhere: out of its folder, or nowhere that is a file's name.
  public init?(_ text: String) {
    // Byte by byte, as the system reads paths: what looks like one character may hold a slash.
    let path = text.utf8.first == UInt8(ascii: "/") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count >= 2, Self.folders.contains(where: { parts[0].elementsEqual($0.utf8) }),
      // What begins with a dot leads up, stays, or is a file that is not done.
      parts.allSatisfy({ !$0.isEmpty && $0.first != UInt8(ascii: ".") }),
      path.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }),
      let description = String(path)
    else { return nil }
    self.description = description
  }

  /// What a path can begin with.
  public static let folders = ["monitor", "voicemail"]
}
