/// What a request asks for: a path, and a query behind it.
struct RequestTarget: Sendable {
  /// As it came, `%XX` and all.
  let path: Substring
  /// Without its question mark; empty where there is none.
  let query: Substring

  init(_ text: String) {
    let end = text.utf8.firstIndex(of: UInt8(ascii: "?")) ?? text.endIndex
    path = text[..<end]
    query = end == text.endIndex ? "" : text[text.index(after: end)...]
  }

  /// What the path says; nil where it is not well written.
  var decodedPath: String? { PercentEncoding.decode(path) }
}
