import FlowCommands
import FlowRuntime
import FlowSyntax
import Foundation
import Testing

@Suite struct `The registry` {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/FlowCommands")

  private static func files(in folder: String) throws -> [String] {
    try FileManager.default
      .contentsOfDirectory(atPath: sources.appending(path: folder).path())
      .map { $0.replacing(".swift", with: "") }
      .sorted()
  }

  @Test func `holds every command of the folder`() throws {
    let names = Library.standard.commands.map { "\($0)" }.sorted()
    #expect(try Self.files(in: "Commands") == names)
  }

  @Test func `holds every query of the folder`() throws {
    let names = Library.standard.queries.map { "\($0)" }.sorted()
    #expect(try Self.files(in: "Queries") == names)
  }

  @Test func `is sorted`() throws {
    let text = try String(
      contentsOf: Self.sources.appending(path: "Library+Standard.swift"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasSuffix(".self,") }
    let commands = Array(lines.prefix(Library.standard.commands.count))
    let queries = Array(lines.dropFirst(Library.standard.commands.count))
    #expect(commands == commands.sorted())
    #expect(queries == queries.sorted())
  }

  @Test func `gives every command a sentence, forms of its own and an example`() {
    for command in Library.standard.commands {
      let signature = command.signature
      #expect(signature.summary.hasSuffix("."))
      #expect(!signature.examples.isEmpty)
      #expect(Set(signature.forms.map(\.name)).count == signature.forms.count)
      #expect(signature.forms.allSatisfy { $0.summary.hasSuffix(".") })
    }
  }

  @Test func `gives every query a sentence and an example`() {
    for query in Library.standard.queries {
      #expect(query.signature.summary.hasSuffix("."))
      #expect(!query.signature.examples.isEmpty)
    }
  }
}
