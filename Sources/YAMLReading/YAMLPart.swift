import Yams

/// A part of a YAML file that knows where it stands; parts are looked into one level at a time, so
/// that aliases within aliases cost nothing.
package struct YAMLPart {
  /// A key and its value.
  package struct Member {
    package var key: String
    package var place: FilePlace
    package var value: YAMLPart
  }

  private let node: Node
  private let path: String

  private init(_ node: Node, path: String) {
    self.node = node
    self.path = path
  }

  /// Reads a file's text; nil where it holds nothing.
  package init?(reading text: String, of path: String) throws(YAMLFault) {
    do {
      // The encoding is given, because the library's default is asked of the environment.
      guard let node = try Parser(yaml: text, encoding: .utf8).singleRoot() else {
        return nil
      }
      self.init(node, path: path)
    } catch {
      throw Self.failure(error, in: path)
    }
    if isNull { return nil }
  }

  /// Where it stands.
  package var place: FilePlace {
    FilePlace(path: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// Whether it stands as it is meant, without quotes and such.
  package var isPlain: Bool { node.scalar?.style == .plain }

  /// Whether it is nothing: left out, `~` or `null`, without quotes.
  package var isNull: Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The text of a single value as it is written, `4` and `+08:00` too; nil for lists, maps and
  /// nothing.
  package var text: String? { isNull ? nil : node.scalar?.string }

  /// The members of a map, none of nothing; nil for what is no map.
  package func entries() throws(YAMLFault) -> [Member]? {
    if isNull { return [] }
    guard let mapping = node.mapping else { return nil }
    var members: [Member] = []
    for (key, value) in mapping {
      let keyPart = YAMLPart(key, path: path)
      guard let name = key.scalar?.string, !name.isEmpty else {
        throw YAMLFault("a key must be a word", at: keyPart.place)
      }
      members.append(
        Member(key: name, place: keyPart.place, value: YAMLPart(value, path: path)))
    }
    return members
  }

  /// The elements of a list, none of nothing; nil for what is no list.
  package var elements: [YAMLPart]? {
    if isNull { return [] }
    return node.sequence.map { $0.map { YAMLPart($0, path: path) } }
  }
}

extension YAMLPart {
  /// What the library says, without the text around it, which may hold secrets.
  private static func failure(_ error: any Error, in path: String) -> YAMLFault {
    guard let error = error as? YamlError else {
      return YAMLFault("`\(path)` cannot be read as YAML")
    }
    func wrong(_ context: YamlError.Context?, _ problem: String, _ mark: Mark) -> YAMLFault {
      let place = FilePlace(path: path, line: mark.line, column: mark.column)
      let around = context.map { " \($0.text) that begins at \($0.mark.line):\($0.mark.column)" }
      return YAMLFault("this is no YAML: \(problem)\(around ?? "")", at: place)
    }
    switch error {
    case .parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
      // The library goes on with advice to those who program with it.
      return wrong(nil, "lists and maps are nested too deep", mark)
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      return wrong(context, problem, mark)
    case .composer(_, let problem, let mark, _):
      return wrong(nil, problem, mark)
    case .duplicatedKeysInMapping(let keys, let context):
      let place = FilePlace(path: path, line: context.mark.line, column: context.mark.column)
      let name = keys.first ?? ""
      return YAMLFault(
        "`\(name)` is given twice", at: place, advice: ["keep one of the two"])
    case .reader(let problem, _, _, _):
      return YAMLFault("`\(path)` is no YAML: \(problem)")
    default:
      return YAMLFault("`\(path)` cannot be read as YAML")
    }
  }
}
