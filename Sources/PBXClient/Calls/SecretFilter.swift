import PBXModel

/// Hides secrets in what is shown: by the names of their members, and by their texts wherever a
/// PBX, or a proxy, repeats them.
struct SecretFilter: Sendable {
  private static let mark = "<hidden>"
  /// Only so much of a body is looked at; what is shown of it is far shorter.
  private static let window = 64 * 1024

  private let texts: [String]

  /// - Parameter texts: the secrets themselves; an empty one is none.
  init(_ texts: [String] = []) {
    // The longest first: one may stand inside of another.
    self.texts = Set(texts).filter { !$0.isEmpty }.sorted {
      ($1.utf8.count, $0) < ($0.utf8.count, $1)
    }
  }

  /// A value in which the members with a secret's name, and the secrets' texts, are hidden.
  func hide(in value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): return .string(hide(in: text))
    case .array(let elements): return .array(elements.map(hide))
    case .object(let object):
      var hidden = JSONObject()
      for member in object.members {
        hidden[hide(in: member.name)] =
          TokenRequest.secrets.contains(member.name.lowercased())
          ? .string(Self.mark) : hide(in: member.value)
      }
      return .object(hidden)
    case .null, .boolean, .integer, .number: return value
    }
  }

  /// A text in which the secrets' texts are hidden.
  func hide(in text: String) -> String {
    texts.reduce(text) { $0.replacing($1, with: Self.mark) }
  }

  /// A body that is a JSON object or array, written anew, so that no escape can veil a secret; nil
  /// for any other, or one too long to be looked through.
  func json(of body: [UInt8]) -> String? {
    guard body.count <= Self.window, let json = try? JSONValue(parsing: body), json.isContainer
    else { return nil }
    return hide(in: json).text()
  }

  /// A body as text.
  func text(of body: [UInt8]) -> String {
    if let json = json(of: body) { return json }
    var text = String(decoding: body.prefix(Self.window), as: UTF8.self)
    // A secret at the cut would be there in part.
    if body.count > Self.window { text.removeLast(min(text.count, texts.first?.count ?? 0)) }
    return texts.reduce(text) { text, secret in
      let escaped = JSONValue.string(secret).text().dropFirst().dropLast()
      return text.replacing(secret, with: Self.mark).replacing(escaped, with: Self.mark)
        .replacing(escaped.replacing("/", with: "\\/"), with: Self.mark)
    }
  }
}

extension JSONValue {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    case .null, .boolean, .integer, .number, .string: false
    }
  }
}
