/// A function that only computes: the machine calls it without stopping.
package struct PureFunction: Sendable {
  package let signature: FunctionSignature
  /// The arguments stand in the order of the parameters, null where one was left out.
  let body: @Sendable (_ arguments: [Value]) throws(RuntimeFailure) -> Value

  init(
    _ name: String, _ parameters: [FunctionSignature.Parameter], summary: String,
    examples: [String],
    body: @escaping @Sendable (_ arguments: [Value]) throws(RuntimeFailure) -> Value
  ) {
    signature = FunctionSignature(
      name: name, summary: summary, parameters: parameters, examples: examples)
    self.body = body
  }

  /// All of them, in the order of their names; an instruction names one by its place here.
  package static let all: [PureFunction] =
    (texts + numbers + lists).sorted { $0.signature.name < $1.signature.name }

  private static let indices: [String: Int] = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($1.signature.name, $0) })

  /// The place of a function in `all`.
  static func index(of name: String) -> Int? { indices[name] }

  /// Calls it with the registers from one on as its arguments.
  func call(
    from register: Int, in registers: borrowing MutableSpan<Value>
  ) throws(RuntimeFailure) -> Value {
    var arguments: [Value] = []
    for offset in signature.parameters.indices { arguments.append(registers[register + offset]) }
    return try body(arguments)
  }
}

extension PureFunction {
  /// What is wrong with an argument, as a failure of the function.
  static func bad(_ name: String, _ message: String) -> RuntimeFailure {
    RuntimeProblem.badArgument(function: name, message: message).failure
  }

  static func text(_ value: Value, _ name: String) throws(RuntimeFailure) -> String {
    if let text = value.writtenText { return text }
    throw bad(name, "takes a text, this is \(value.typePhrase)")
  }

  static func list(_ value: Value, _ name: String) throws(RuntimeFailure) -> [Value] {
    if let list = value.listValue { return list }
    throw bad(name, "takes a list, this is \(value.typePhrase)")
  }

  static func integer(_ value: Value, _ name: String) throws(RuntimeFailure) -> Int {
    if case .integer(let number) = value { return number }
    throw bad(name, "takes a whole number, this is \(value.typePhrase)")
  }
}
