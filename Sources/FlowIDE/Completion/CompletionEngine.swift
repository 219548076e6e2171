import FlowDiagnostics
import FlowRuntime
import FlowSyntax

/// Answers what could stand at a place of a text.
package struct CompletionEngine: Sendable {
  private let context: CompletionContext

  package init(_ context: CompletionContext) {
    self.context = context
  }

  /// What could stand at the cursor and begins with what is typed there already.
  ///
  /// - Parameter offset: the cursor, in UTF-8 bytes.
  package func completions(at offset: Int, in analysis: Analysis) -> [Completion] {
    guard let prefix = StatementPrefix(of: analysis, at: offset) else { return [] }
    if let fields = fields(before: prefix) {
      return fields.filter { $0.hasPrefix(prefix.partial) }
        .map { Completion(text: $0, summary: "", kind: .field, range: prefix.range) }
    }
    let source = CandidateSource(
      context: context, variables: variables(before: offset, in: analysis, prefix))
    var seen: Set<String> = []
    return StatementMatcher(context: context).expected(after: prefix.lexemes)
      .flatMap(source.candidates)
      .filter { $0.text.hasPrefix(prefix.partial) && seen.insert($0.text).inserted }
      .map {
        Completion(text: $0.text, summary: $0.summary, kind: $0.kind, range: prefix.range)
      }
  }

  /// The fields that may stand behind a variable and a point; nil where no point stands.
  private func fields(before prefix: StatementPrefix) -> [String]? {
    let lexemes = prefix.lexemes.suffix(3)
    guard lexemes.last?.kind == .dot else { return nil }
    // Of a call's or a field's value nothing is known before it is there.
    guard let name = lexemes.dropLast().last, name.kind == .name,
      lexemes.count < 3 || lexemes.first?.kind != .dot
    else { return [] }
    return context.fields[name.text] ?? []
  }

  /// The names that have a value at the cursor, the nearest first.
  private func variables(
    before offset: Int, in analysis: Analysis, _ prefix: StatementPrefix
  ) -> [CandidateSource.Variable] {
    var names = DeclaredNames(in: analysis, before: offset).names
    names += context.variables.filter { !names.contains($0) }
    var variables = names.map { CandidateSource.Variable(name: $0, summary: "") }
    if prefix.lexemes.contains(where: { $0.text == "where" }) {
      variables.append(.init(name: "it", summary: "The record that is looked at."))
    }
    if !names.contains("call") {
      variables.append(.init(name: "call", summary: "The current call."))
    }
    return variables
  }
}
