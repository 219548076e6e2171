import FlowRuntime
import FlowSyntax

/// Turns what the grammar expects into texts that could be typed.
struct CandidateSource {
  struct Candidate: Hashable {
    var text: String
    var summary: String
    var kind: Completion.Kind

    init(_ text: String, _ kind: Completion.Kind, _ summary: String = "") {
      self.text = text
      self.kind = kind
      self.summary = summary
    }
  }

  struct Variable: Hashable {
    var name: String
    var summary: String
  }

  let context: CompletionContext
  let variables: [Variable]

  func candidates(for expected: Expected) -> [Candidate] {
    switch expected {
    case .statement: commands + statements + names
    case .value: commands + statements.filter { $0.text == "wait" } + operands
    case .expression: operands
    case .expressionTail: Self.tails
    case .state(let allowsNot):
      CallState.allCases.map { Candidate($0.rawValue, .state, $0.summary) }
        + (allowsNot ? [Candidate("not", .operator)] : [])
    case .operand(let slot): operands(for: slot)
    case .word(let word, let summary): [Candidate(word, .word, summary)]
    case .option(let word, let summary): [Candidate(word, .option, summary)]
    case .keyword(let word, let summary): [Candidate(word, .keyword, summary)]
    case .arrow: [Candidate("->", .operator, "Left of it stands who acts, right of it the target.")]
    case .label(let name): [Candidate(name + ":", .label)]
    }
  }

  private var commands: [Candidate] {
    context.commands.signatures.map { Candidate($0.verb, .command, $0.summary) }
  }

  private var statements: [Candidate] {
    StatementGuide.entries.map { Candidate($0.word, .keyword, $0.summary) }
  }

  /// Variables and functions.
  private var names: [Candidate] {
    variableNames + context.functions.map { Candidate($0.name, .function, $0.summary) }
  }

  private var variableNames: [Candidate] {
    variables.map { Candidate($0.name, .variable, $0.summary) }
  }

  /// What an expression's operand can begin with.
  private var operands: [Candidate] {
    names + extensions
      + ["false", "not", "null", "true"].map { Candidate($0, .keyword) }
  }

  private var extensions: [Candidate] {
    context.known.extensions.map { Candidate($0, .number, "extension") }
  }

  private var queues: [Candidate] {
    context.known.queues.map { Candidate($0, .number, "queue") }
  }

  private func operands(for slot: OperandSlot) -> [Candidate] {
    let numbers: [Candidate] =
      switch slot.kind {
      case .extension: extensions
      case .number: extensions + queues
      case .queue: queues
      case .trunk: context.known.trunks.map { Candidate("\"\($0)\"", .number, "trunk") }
      case .ivr: context.known.ivrs.map { Candidate("\"\($0)\"", .number, "IVR") }
      case .count, .duration, .text: []
      }
    return numbers + slot.words.map { Candidate($0, .word) } + variableNames
  }

  private static let tails = [
    Candidate("is", .operator, "A state follows: 8002 is ringing."),
    Candidate("and", .operator), Candidate("or", .operator), Candidate("in", .operator),
    Candidate("not in", .operator), Candidate("contains", .operator),
    Candidate("startswith", .operator), Candidate("endswith", .operator),
    Candidate("matches", .operator, "A regular expression follows."),
  ]
}
