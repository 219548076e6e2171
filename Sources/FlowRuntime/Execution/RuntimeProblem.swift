package import FlowDiagnostics
import PBXModel

/// What can go wrong while a script runs, as far as the language itself is concerned.
///
/// All wording of the E03 codes is here.
package enum RuntimeProblem {
  case mismatchedOperands(ArithmeticOperator, left: Value, right: Value)
  case overflow(ArithmeticOperator, left: Value, right: Value)
  case divisionByZero(left: Value)
  case unordered(left: Value, right: Value)
  case notBoolean(Value)
  case noFields(name: String, of: Value)
  case unknownField(name: String, of: Value, known: [String])
  case indexOutOfRange(index: Int, count: Int)
  case notIndexable(Value, index: Value)
  case notContainer(Value, element: Value)
  case notText(Value, operator: String)
  case notIterable(Value)
  case notNegatable(Value)
  case notDuration(Value)
  case noInterval
  case notCount(Value)
  case badArgument(function: String, message: String)
  case tooLong
  case tooDeep
  case badPattern(String, reason: String)
  case negativeOverflow(Value)
  case missingParameter(String)
  case testTimeout(Duration, isDefault: Bool)
  case interrupted
  case watchdog(limit: Duration)
  case teardownTimeout(limit: Duration)

  /// The codes in order, each with what it means in one line.
  package static let codes: [DiagnosticCode] = [
    .init("E0301", "An operator gets values of kinds that it does not combine."),
    .init("E0302", "The result of a computation does not fit into a number or a duration."),
    .init("E0303", "Something is divided by zero."),
    .init("E0304", "Two values are compared by order that have none."),
    .init("E0305", "A condition is neither `true` nor `false`."),
    .init("E0306", "A value is asked for a field or an element, and its kind has none."),
    .init("E0307", "A map or a record has no field of that name."),
    .init("E0308", "A list has no element of that number."),
    .init("E0309", "`for` gets a value that it cannot run over."),
    .init("E0310", "Something stands for a time that is no duration, or no time is to pass."),
    .init("E0311", "`repeat` gets something else than a number of turns."),
    .init("E0312", "A function gets an argument that it cannot take."),
    .init("E0313", "A text or a list became too long."),
    .init("E0314", "The text behind `matches` is no pattern."),
    .init("E0315", "A parameter without a default was given no value."),
    .init("E0316", "A test, or the `teardown` of an interrupted one, took longer than it may."),
    .init("E0317", "The run was interrupted."),
    .init("E0318", "A test took more real time than it may and was stopped."),
    .init("E0319", "An `expect` did not hold."),
    .init("E0320", "A `check` did not hold; the test went on."),
    .init("E0321", "What `wait until` waits for did not become true in time."),
    .init("E0322", "A list or a map nests too deeply."),
  ]

  package var failure: RuntimeFailure {
    let text = wording
    return RuntimeFailure(kind: kind, code: code, message: text.message, notes: text.notes)
  }

  private var kind: RuntimeFailure.Kind {
    switch self {
    case .testTimeout, .teardownTimeout, .watchdog: .timeout
    case .interrupted: .interrupted
    case .missingParameter: .environment
    case .mismatchedOperands, .overflow, .divisionByZero, .unordered, .notBoolean, .noFields,
      .unknownField, .indexOutOfRange, .notIndexable, .notContainer, .notText, .notIterable,
      .notNegatable, .notDuration, .noInterval, .notCount, .badArgument, .tooLong, .tooDeep,
      .badPattern, .negativeOverflow:
      .script
    }
  }

  private var code: String {
    switch self {
    case .mismatchedOperands, .notNegatable, .notText, .notContainer: "E0301"
    case .overflow, .negativeOverflow: "E0302"
    case .divisionByZero: "E0303"
    case .unordered: "E0304"
    case .notBoolean: "E0305"
    case .noFields, .notIndexable: "E0306"
    case .unknownField: "E0307"
    case .indexOutOfRange: "E0308"
    case .notIterable: "E0309"
    case .notDuration, .noInterval: "E0310"
    case .notCount: "E0311"
    case .badArgument: "E0312"
    case .tooLong: "E0313"
    case .badPattern: "E0314"
    case .missingParameter: "E0315"
    case .testTimeout, .teardownTimeout: "E0316"
    case .interrupted: "E0317"
    case .watchdog: "E0318"
    case .tooDeep: "E0322"
    }
  }

  private var wording: (message: String, notes: [String]) {
    switch self {
    case .mismatchedOperands(let sign, let left, let right):
      return Self.mismatch(sign, left, right)
    case .overflow(let sign, let left, let right):
      let operation = "\(left.literalText) \(sign.rawValue) \(right.literalText)"
      return ("the result of `\(operation)` does not fit", [Self.range(of: left)])
    case .negativeOverflow(let value):
      return ("the result of `-(\(value.literalText))` does not fit", [Self.range(of: value)])
    case .divisionByZero(let left):
      return ("`\(left.literalText)` is divided by zero", [])
    case .unordered(let left, let right):
      return ("\(Self.both(left, right)) have no order", Self.shown(left, right))
    case .notBoolean(let value):
      return (
        "a condition must be `true` or `false`, this is \(Self.named(value))",
        ["compare it with something, such as `== …` or `!= null`"]
      )
    case .noFields(let name, let value):
      return ("\(Self.named(value)) has no field `\(name)`", Self.nullHint(value))
    case .unknownField(let name, let value, let known):
      return ("\(value.typePhrase) has no field `\(name)`", Self.suggestion(name, among: known))
    case .indexOutOfRange(let index, let count):
      return ("there is no element \(index) in a list of \(count)", ["the first element is 0"])
    case .notIndexable(let value, let index):
      return ("\(Self.named(value)) has no element `\(index.literalText)`", [])
    case .notContainer(let value, let element):
      return ("\(value.typePhrase) cannot contain \(element.typePhrase)", [])
    case .notText(let value, let sign):
      return ("`\(sign)` compares texts, this is \(Self.named(value))", [])
    case .notIterable(let value):
      return ("`for` runs over a list or a map, this is \(Self.named(value))", [])
    case .notNegatable(let value):
      return ("\(Self.named(value)) has no negative", [])
    case .notDuration(let value):
      return ("a duration such as `10s` is expected, this is \(Self.named(value))", [])
    case .noInterval:
      return ("`every` needs a duration of more than 0, this is `0s`", [])
    case .notCount(let value):
      return ("`repeat` needs a whole number, not negative, this is \(Self.named(value))", [])
    case .badArgument(let function, let message):
      return ("`\(function)` \(message)", [])
    case .tooLong:
      let limit = ArithmeticOperator.lengthLimit
      return ("the result is too long", ["a text or a list has at most \(limit) parts"])
    case .tooDeep:
      return ("the result nests too deeply", ["values nest at most \(Value.nestingLimit) levels"])
    case .badPattern(let pattern, let reason):
      return ("`\(pattern)` is no pattern: \(reason)", [])
    case .missingParameter(let name):
      return ("the parameter `\(name)` has no value", ["give it one: `--var \(name)=…`"])
    case .testTimeout(let limit, let isDefault):
      let text = WaitText.limit(limit, isDefault: isDefault)
      return (
        "the test took longer than \(text)",
        isDefault ? ["write `test \"…\" timeout 10m { … }` to give it more"] : []
      )
    case .interrupted:
      return ("interrupted", [])
    case .watchdog(let limit):
      return (
        "the test was stopped after \(DurationText.format(limit.nanoseconds)) of real time",
        ["`--max-real-time` sets that limit; a loop that never waits runs on for ever"]
      )
    case .teardownTimeout(let limit):
      return (
        "the `teardown` was stopped after \(DurationText.format(limit.nanoseconds))",
        ["it has no longer once its test was ended from outside"]
      )
    }
  }

  private static func mismatch(
    _ sign: ArithmeticOperator, _ left: Value, _ right: Value
  ) -> (message: String, notes: [String]) {
    var notes = shown(left, right)
    if sign == .add, left.textValue != nil || right.textValue != nil {
      notes.append("nothing becomes a text by itself: write `\"${a}${b}\"`")
    } else if [left, right].contains(where: { $0.textValue.flatMap(Int.init) != nil }) {
      notes.append("a text becomes a number by `int(…)`")
    }
    return ("`\(sign.rawValue)` cannot combine \(left.typePhrase) and \(right.typePhrase)", notes)
  }

  /// The value with its kind, unless it is too long to read: `the text "abc"`.
  private static func named(_ value: Value) -> String {
    if case .null = value { return "null" }
    let text = value.literalText
    return text.utf8.count > 60 ? value.typePhrase : "\(value.typePhrase), `\(text)`"
  }

  private static func both(_ left: Value, _ right: Value) -> String {
    left.typeName == right.typeName
      ? "two values of the kind \(left.typeName)" : "\(left.typePhrase) and \(right.typePhrase)"
  }

  private static func shown(_ left: Value, _ right: Value) -> [String] {
    [
      "left of it stands `\(left.literalText)`, right of it `\(right.literalText)`"
    ]
  }

  private static func range(of value: Value) -> String {
    switch value {
    case .integer: "whole numbers reach from \(Int.min) to \(Int.max)"
    case .duration: "durations reach about 292 years"
    case .null, .boolean, .decimal, .time, .reference: "the number is too large"
    }
  }

  private static func nullHint(_ value: Value) -> [String] {
    if case .null = value { return ["`.field?` gives null where there is nothing"] }
    return []
  }

  private static func suggestion(_ name: String, among known: [String]) -> [String] {
    var notes: [String] = []
    if let closest = Spelling.closest(to: name, among: known) {
      notes.append("did you mean `\(closest)`?")
    }
    if known.isEmpty {
      notes.append("it has no fields")
    } else if known.count <= 60 {
      notes.append("it has \(known.map { "`\($0)`" }.joined(separator: ", "))")
    }
    return notes
  }
}
