extension PureFunction {
  /// Functions of numbers.
  static let numbers = [
    PureFunction(
      "int", [.init("value")],
      summary: "The whole number that a text or a decimal holds; what is behind the point is cut.",
      examples: [#"expect int("007") == 7"#]
    ) { arguments throws(RuntimeFailure) in
      switch arguments[0] {
      case .integer: return arguments[0]
      case .decimal(let number):
        if let whole = Int(exactly: number.rounded(.towardZero)) { return .integer(whole) }
        throw bad("int", "cannot hold \(arguments[0].literalText)")
      case .reference:
        let written = try text(arguments[0], "int")
        if let number = Int(written) { return .integer(number) }
        throw bad("int", "finds no whole number in \(arguments[0].literalText)")
      case .null, .boolean, .duration, .time:
        throw bad("int", "takes a text or a number, this is \(arguments[0].typePhrase)")
      }
    },
    PureFunction(
      "round", [.init("number"), .init("digits", isRequired: false)],
      summary: "The nearest whole number, or the nearest number with so many digits.",
      examples: ["expect round(2.6) == 3", "expect round(2.345, 1) == 2.3"]
    ) { arguments throws(RuntimeFailure) in
      try round(arguments[0], digits: arguments[1])
    },
    PureFunction(
      "seconds", [.init("duration")], summary: "A duration as a number of seconds.",
      examples: ["expect seconds(1m30s) == 90"]
    ) { arguments throws(RuntimeFailure) in
      guard case .duration = arguments[0] else {
        throw bad("seconds", "takes a duration, this is \(arguments[0].typePhrase)")
      }
      return try ArithmeticOperator.divide.apply(arguments[0], .duration(1_000_000_000))
    },
  ]

  private static func round(_ value: Value, digits: Value) throws(RuntimeFailure) -> Value {
    if case .integer = value { return value }
    guard case .decimal(let number) = value else {
      throw bad("round", "takes a number, this is \(value.typePhrase)")
    }
    if case .null = digits {
      if let whole = Int(exactly: number.rounded()) { return .integer(whole) }
      throw bad("round", "cannot hold \(value.literalText)")
    }
    let count = try integer(digits, "round")
    guard (0...15).contains(count) else { throw bad("round", "takes 0 to 15 digits") }
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    return .decimal((number * scale).rounded() / scale)
  }
}
