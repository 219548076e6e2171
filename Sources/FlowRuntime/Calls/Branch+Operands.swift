package import PBXModel

/// What commands and queries ask of their operands: their kinds are known only when they run.
extension Branch {
  /// An operand that names a number: a number, a text, or a call, which stands for who acts in it.
  package func party(
    _ slot: String, of invocation: CommandInvocation
  ) throws(RuntimeFailure) -> Party {
    guard let value = invocation.arguments[slot] else {
      throw TelephonyFailure.missingOperand(slot: slot, verb: invocation.verb).failure
    }
    return try party(value, as: slot)
  }

  /// The same for an operand that may be missing.
  package func optionalParty(
    _ slot: String, of invocation: CommandInvocation
  ) throws(RuntimeFailure) -> Party? {
    guard let value = invocation.arguments[slot] else { return nil }
    return try party(value, as: slot)
  }

  /// Who acts: the `extension` operand, else whoever acts in the current call.
  package func actor(of invocation: CommandInvocation) throws(RuntimeFailure) -> Party {
    if let value = invocation.arguments["extension"] { return try party(value, as: "extension") }
    guard let currentCallID else {
      throw TelephonyFailure.noCurrentCall(verb: invocation.verb).failure
    }
    return try standIn(forCall: currentCallID)
  }

  /// An operand that is a text or a number, as text.
  package func text(
    _ slot: String, of invocation: CommandInvocation
  ) throws(RuntimeFailure) -> String {
    guard let value = invocation.arguments[slot] else {
      throw TelephonyFailure.missingOperand(slot: slot, verb: invocation.verb).failure
    }
    return try party(value, as: slot, expected: "a number or a name").number
  }

  /// An operand that is a text; nil where it was left out.
  package func optionalText(
    _ slot: String, of invocation: CommandInvocation
  ) throws(RuntimeFailure) -> String? {
    try optionalParty(slot, of: invocation)?.number
  }

  /// An operand that is a duration of zero or more; nil where it was left out.
  package func optionalDuration(
    _ slot: String, of invocation: CommandInvocation
  ) throws(RuntimeFailure) -> Duration? {
    guard let value = invocation.arguments[slot] else { return nil }
    guard case .duration(let nanoseconds) = value, nanoseconds >= 0 else {
      throw TelephonyFailure.operandKind(slot: slot, value: value, expected: "a duration").failure
    }
    return .nanoseconds(nanoseconds)
  }

  /// An operand that is a whole number of zero or more; nil where it was left out.
  package func optionalCount(
    _ slot: String, of invocation: CommandInvocation
  ) throws(RuntimeFailure) -> Int? {
    guard let value = invocation.arguments[slot] else { return nil }
    guard let count = value.plainText.flatMap({ Int($0) }), count >= 0 else {
      throw TelephonyFailure.operandKind(slot: slot, value: value, expected: "a whole number")
        .failure
    }
    return count
  }

  /// A query's argument that names a number.
  package func number(
    _ name: String, of invocation: FunctionInvocation
  ) throws(RuntimeFailure) -> String {
    guard let value = invocation.arguments[name] else {
      throw TelephonyFailure.missingOperand(slot: name, verb: invocation.name).failure
    }
    return try party(value, as: name).number
  }

  /// A query's argument that names a number; nil where it was left out or is null.
  package func optionalNumber(
    _ name: String, of invocation: FunctionInvocation
  ) throws(RuntimeFailure) -> String? {
    guard let value = invocation.arguments[name], !value.isNull else { return nil }
    return try party(value, as: name).number
  }

  /// A query's argument that is a text; nil where it was left out or is null.
  package func optionalText(
    _ name: String, of invocation: FunctionInvocation
  ) throws(RuntimeFailure) -> String? {
    guard let value = invocation.arguments[name], !value.isNull else { return nil }
    guard let text = value.plainText else {
      throw TelephonyFailure.operandKind(slot: name, value: value, expected: "a text").failure
    }
    return text
  }

  /// A query's argument that is a time, as the API writes it.
  ///
  /// That is `yyyy-MM-dd HH:mm:ss` in the PBX's zone; a text is taken as it stands.
  package func optionalTime(
    _ name: String, of invocation: FunctionInvocation
  ) throws(RuntimeFailure) -> String? {
    guard let value = invocation.arguments[name], !value.isNull else { return nil }
    if case .time(let moment) = value { return settings.zone.format(moment) }
    guard let text = value.plainText else {
      throw TelephonyFailure.operandKind(slot: name, value: value, expected: "a time").failure
    }
    return text
  }

  /// A query's argument that is a call record.
  package func record(
    _ name: String, of invocation: FunctionInvocation
  ) throws(RuntimeFailure) -> CallRecord {
    let value = invocation.arguments[name] ?? .null
    guard case .reference(let reference) = value, case .map(let map) = reference.content else {
      throw TelephonyFailure.operandKind(slot: name, value: value, expected: "a call record")
        .failure
    }
    return CallRecord(json: map.json)
  }

  private func party(
    _ value: Value, as slot: String, expected: String = "a phone number such as 8001, or a call,"
  ) throws(RuntimeFailure) -> Party {
    if case .reference(let reference) = value, case .call(let handle) = reference.content {
      return try standIn(forCall: handle.id)
    }
    guard let text = value.plainText, Self.isOperandText(text) else {
      throw TelephonyFailure.operandKind(
        slot: slot, value: value, expected: expected
      ).failure
    }
    return Party(number: text)
  }

  /// Whether a text may be sent as an operand: not empty, and nothing that ends a line.
  private static func isOperandText(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }
}

extension Value {
  /// A text, or a whole number of zero or more as its digits; nil for anything else.
  var plainText: String? {
    switch self {
    case .integer(let number) where number >= 0: return String(number)
    case .reference(let reference):
      guard case .text(let text) = reference.content else { return nil }
      return text
    case .null, .boolean, .integer, .decimal, .duration, .time: return nil
    }
  }

  var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}
