import FlowDiagnostics
import Foundation
import Testing

@testable import FlowSyntax

/// grammar.md and the parser say the same.
struct GrammarTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func read(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The productions among some lines, each on one line.
  private static func productions(_ lines: [Substring]) -> [String] {
    var productions: [String] = []
    var isOpen = false
    for line in lines {
      if line.firstMatch(of: #/^[a-z][a-z-]* = /#) != nil {
        productions.append(String(line))
        isOpen = true
      } else if line.hasPrefix("  "), isOpen {
        productions[productions.count - 1] += line.dropFirst()
      } else {
        isOpen = false
      }
    }
    return productions.sorted()
  }

  @Test
  func `every production of the reference stands above a parse function, and none besides`() throws
  {
    let folder = Self.root.appending(path: "Sources/FlowSyntax/Parsing")
    var written: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try Self.read("Sources/FlowSyntax/Parsing/\(file)")
      let comments = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let line = line.drop { $0 == " " }
        return line.hasPrefix("// ") ? line.dropFirst(3) : ""
      }
      written += Self.productions(comments)
    }
    let document = try Self.read("grammar.md")
    let block = try #require(document.firstMatch(of: /```ebnf\n([^`]*)```/)).output.1
    let described = Self.productions(block.split(separator: "\n"))
    #expect(!described.isEmpty)
    #expect(described == written.sorted())
  }

  @Test
  func `every name that a production uses has a production`() throws {
    let document = try Self.read("grammar.md")
    let block = try #require(document.firstMatch(of: /```ebnf\n([^`]*)```/)).output.1
    let productions = Self.productions(block.split(separator: "\n"))
    let names = Set(productions.map { $0.prefix { $0 != " " } })
    for production in productions {
      let body = production.replacing(/"[^"]*"/, with: "")
      for use in body.matches(of: /[a-z][a-z-]*/) {
        #expect(names.contains(use.output), "\(use.output) has no production")
      }
    }
  }
}
