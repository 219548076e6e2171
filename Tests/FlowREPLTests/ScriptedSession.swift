import FlowDiagnostics

@testable import FlowREPL
@testable import FlowRuntime

/// A session whose answers a test gives; keeps what it was asked.
actor ScriptedSession: ShellSession {
  private(set) var entries: [String] = []
  private(set) var hasEnded = false
  private let answer: @Sendable (String) async -> Session.Evaluation

  init(_ answer: @escaping @Sendable (String) async -> Session.Evaluation) {
    self.answer = answer
  }

  func evaluate(_ source: SourceFile) async -> Session.Evaluation {
    let text = String(decoding: source.bytes, as: UTF8.self)
    entries.append(text)
    return await answer(text)
  }

  nonisolated var variableNames: [String] { ["first"] }
  nonisolated var fieldNames: [String: [String]] { ["first": ["extension"]] }

  func end() async -> [String] {
    hasEnded = true
    return ["8001 was hung up"]
  }
}
