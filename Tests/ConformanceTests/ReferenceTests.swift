import FlowCommands
import FlowDiagnostics
import FlowRunner
import FlowRuntime
import FlowSyntax
import Foundation
import PBXModel
import Testing
import WorldFile

/// The chapters of grammar.md that are written from the library and the catalogues.
struct ReferenceTests {
  @Test(
    .serialized,
    arguments: [
      ("commands", ReferenceChapter.commands(of: .standard)),
      ("functions", ReferenceChapter.functions(of: .standard)),
      ("codes", ReferenceChapter.codes),
    ])
  func `a chapter of the reference is what the library says`(
    _ name: String, _ expected: String
  ) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "grammar.md")
    let document = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(document.firstRange(of: "<!-- \(name): begin -->\n")).upperBound
    let end = try #require(document.firstRange(of: "<!-- \(name): end -->")).lowerBound
    guard ProcessInfo.processInfo.environment["RECORD"] != nil else {
      #expect(document[start..<end] == expected, "write it with RECORD=1")
      return
    }
    let changed = document[..<start] + expected + document[end...]
    try Data(changed.utf8).write(to: file)
    Issue.record("recorded the chapter of \(name); look at it and run again without RECORD")
  }
}

/// Writes what the library knows as Markdown.
enum ReferenceChapter {
  /// A section for each command.
  static func commands(of library: Library) -> String {
    "\n" + library.commandTable.signatures.map(section).joined()
  }

  private static func section(_ signature: CommandSignature) -> String {
    let rows = zip(signature.usage, signature.forms).map { usage, form in
      "| `\(usage.replacing("|", with: "\\|"))` | \(form.summary) |\n"
    }
    let origin =
      signature.isLab
      ? "Stands in for the people at the phones: it needs a PBX whose phones can be steered."
      : "API: " + signature.operations.map(operation).joined(separator: ", ") + "."
    let examples = signature.examples.map { "```callflow\n\($0)\n```\n\n" }
    let paragraphs = [signature.summary] + signature.discussion + [origin]
    return "### `\(signature.verb)`\n\n"
      + paragraphs.map { $0 + "\n\n" }.joined()
      + "| form | does |\n|---|---|\n" + rows.joined() + "\n" + examples.joined()
  }

  /// An operation's name and the codes that it may fail with.
  private static func operation(_ name: String) -> String {
    let operation = Operations.all.first { $0.name == name }
    let codes = [operation?.parameterError, operation?.failure].compactMap { $0?.rawValue }
    if codes.isEmpty { return "`\(name)`" }
    return "`\(name)` (fails with \(codes.map { "`\($0)`" }.joined(separator: " or ")))"
  }

  /// A row for each function.
  static func functions(of library: Library) -> String {
    "\n| function | answers |\n|---|---|\n"
      + library.functions.map { "| `\(usage($0))` | \($0.summary) |\n" }.joined() + "\n"
  }

  /// A table for each phase's catalogue.
  static var codes: String {
    let phases: [(String, [DiagnosticCode])] = [
      ("The reading of a script:", SyntaxDiagnostics.codes),
      ("The check of its names, operands and structure, before anything runs:", CheckProblem.codes),
      ("Its run, as far as the language goes:", RuntimeProblem.codes),
      ("Its run, where the telephone system comes in:", TelephonyFailure.codes),
      ("The run as a whole: files, parameters and reports:", RunProblem.codes),
      ("World files:", WorldProblem.codes),
    ]
    return phases.map { title, codes in
      let rows = codes.map { "| `\($0.code)` | \($0.explanation) |\n" }
      return "\n\(title)\n\n| code | stands for |\n|---|---|\n" + rows.joined()
    }.joined() + "\n"
  }

  /// Such as `cdr([src: …])`.
  private static func usage(_ signature: FunctionSignature) -> String {
    let parameters = signature.parameters.map { parameter in
      let name = parameter.isLabelled ? "\(parameter.name):" : parameter.name
      return parameter.isRequired ? name : "[\(name)]"
    }
    return "\(signature.name)(\(parameters.joined(separator: ", ")))"
  }
}
