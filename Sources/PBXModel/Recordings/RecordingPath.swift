/// The path of a recording below the PBX's address, such as
/// `monitor/20241115/20241115-103135-8002-8003-hwd-1731637895.49.wav`.
///
/// It stays below `monitor/` or `voicemail/`, whatever it was read from.
public struct RecordingPath: Hashable, Sendable, CustomStringConvertible {
  /// Without a slash in front.
  public let description: String

  /// The parts between the slashes; the first one is `monitor` or `voicemail`.
  public var components: [String] { description.split(separator: "/").map(String.init) }

  /// Nil where the text leads elsewhere: out of its folder, or nowhere that is a file's name.
  public init?(_ text: String) {
    let path = text.hasPrefix("/") ? text.dropFirst() : text[...]
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, ["monitor", "voicemail"].contains(parts[0]),
      parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }),
      path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    description = String(path)
  }
}
