import FlowDiagnostics
import FlowSyntax

/// What checker and compiler ask of an expression's shape.
extension Expression {
  /// Without the parentheses around it.
  var unwrapped: Expression {
    var expression = self
    while case .parenthesized(let inner, _) = expression { expression = inner }
    return expression
  }

  /// The value of a literal, a plain text, or a list or map of such; nil for all else.
  var constantValue: Value? {
    switch self {
    case .literal(let literal): return Value(literal: literal.value)
    case .text(let text):
      var result = ""
      for part in text.parts {
        guard case .literal(let piece) = part else { return nil }
        result += piece
      }
      return .text(result)
    case .parenthesized(let inner, _): return inner.constantValue
    case .unary(let unary):
      guard unary.operator == .negate else { return nil }
      switch unary.operand.constantValue {
      case .integer(let number)?: return number == .min ? nil : .integer(-number)
      case .decimal(let number)?: return .decimal(-number)
      case .null?, .boolean?, .duration?, .time?, .reference?, nil: return nil
      }
    case .list(let list):
      var elements: [Value] = []
      for element in list.elements {
        guard let value = element.constantValue else { return nil }
        elements.append(value)
      }
      return .list(elements)
    case .map(let map):
      var members: [(name: String, value: Value)] = []
      for entry in map.entries {
        guard let value = entry.value.constantValue else { return nil }
        members.append((entry.key.name, value))
      }
      return .map(MapValue(members: members))
    case .name, .binary, .field, .index, .call, .stateTest, .command, .wait, .invalid:
      return nil
    }
  }

  /// Whether it leaves the machine: runs a command, waits, or asks the PBX.
  func acts(in library: Library) -> Bool {
    switch self {
    case .literal, .name, .invalid: return false
    case .text(let text):
      return text.parts.contains { part in
        guard case .interpolation(let expression) = part else { return false }
        return expression.acts(in: library)
      }
    case .list(let list): return list.elements.contains { $0.acts(in: library) }
    case .map(let map): return map.entries.contains { $0.value.acts(in: library) }
    case .parenthesized(let inner, _): return inner.acts(in: library)
    case .unary(let unary): return unary.operand.acts(in: library)
    case .binary(let binary):
      return binary.left.acts(in: library) || binary.right.acts(in: library)
    case .field(let access): return access.base.acts(in: library)
    case .index(let access): return access.base.acts(in: library) || access.index.acts(in: library)
    case .call(let call):
      return PureFunction.index(of: call.callee.name) == nil
        || call.arguments.contains { $0.value.acts(in: library) }
    case .stateTest, .command, .wait: return true
    }
  }
}

extension Value {
  /// What a literal of the text stands for.
  init(literal: Literal.Value) {
    switch literal {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .decimal(let number): self = .decimal(number)
    case .duration(let nanoseconds): self = .duration(nanoseconds)
    case .dialString(let text): self = .text(text)
    }
  }
}
