/// A Swift file of the project, for the tests that keep it tidy.
struct SwiftSource: Sendable {
  /// Relative to the project's root.
  var path: String
  var lines: [Substring]
  /// The lines without comments and without what stands in string literals.
  var code: [String]

  /// The folder below `Sources` or `Tests` that holds it.
  var module: String { String(path.split(separator: "/")[1]) }

  /// The modules that it imports.
  var imports: [String] {
    code.compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index + 1 < words.count else { return nil }
      return String(words[index + 1].prefix { $0 != "." })
    }
  }

  static let all: [SwiftSource] = ["Sources", "Tests"].flatMap { folder in
    ((try? Repository.files(below: folder, endingIn: [".swift"])) ?? []).compactMap { path in
      guard let text = try? Repository.text(path) else { return nil }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return SwiftSource(path: path, lines: lines, code: stripped(lines))
    }
  }

  static var sources: [SwiftSource] { all.filter { $0.path.hasPrefix("Sources/") } }

  private static func stripped(_ lines: [Substring]) -> [String] {
    var isInBlock = false
    return lines.map { line in
      let markers = line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count - 1
      defer { if markers % 2 == 1 { isInBlock.toggle() } }
      return isInBlock || markers > 0 ? "" : stripped(line)
    }
  }

  private static func stripped(_ line: Substring) -> String {
    var code = ""
    var isInText = false
    var previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" {
        isInText.toggle()
      } else if !isInText {
        if character == "/", previous == "/" { return String(code.dropLast()) }
        code.append(character)
      }
      previous = character
    }
    return code
  }
}
