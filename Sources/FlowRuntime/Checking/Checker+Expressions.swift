import FlowDiagnostics
import FlowSyntax
import PBXModel

extension Checker {
  mutating func check(_ expression: Expression) {
    switch expression {
    case .literal, .invalid: break
    case .text(let text):
      for case .interpolation(let part) in text.parts { check(part) }
    case .name(let identifier): checkName(identifier)
    case .list(let list):
      for element in list.elements { check(element) }
    case .map(let map):
      var keys: Set<String> = []
      for entry in map.entries {
        if !keys.insert(entry.key.name).inserted {
          report(.value(.repeatedKey(entry.key.name)), at: entry.key.range)
        }
        check(entry.value)
      }
    case .parenthesized(let inner, _): check(inner)
    case .unary(let unary): check(unary.operand)
    case .binary(let binary):
      check(binary.left)
      check(binary.right)
    case .field(let access): check(access.base)
    case .index(let access):
      check(access.base)
      check(access.index)
    case .call(let call): check(call)
    case .stateTest(let test): check(test.subject)
    case .command(let command): check(command)
    case .wait(let wait): check(wait)
    }
  }

  /// - Parameter words: words that could be meant beside the names in scope.
  mutating func checkName(
    _ identifier: Identifier, words: [String] = [], hint: String? = nil
  ) {
    let name = identifier.name
    if name == "call" || isDeclared(name) { return }
    if name == "it" {
      if !hasRecord { report(.name(.itOutsideWhere), at: identifier.range) }
    } else if let place = upcomingDeclaration(of: name) {
      report(.name(.usedBeforeDeclared(name, at: place)), at: identifier.range)
    } else {
      let closest = closest(to: name) { words + $0.visibleNames }
      report(
        .name(.unknown(name, closest: closest, hint: functionHint(name) ?? hint)),
        at: identifier.range)
    }
  }

  private func functionHint(_ name: String) -> String? {
    library.function(named: name) == nil
      ? nil : "`\(name)` is a function: write `\(name)(…)`"
  }

  private mutating func check(_ call: FunctionCall) {
    for argument in call.arguments { check(argument.value) }
    let name = call.callee.name
    guard let signature = library.function(named: name) else {
      let closest =
        ForeignWord.entry(for: name)?.meaning
        ?? closest(to: name) { $0.library.functions.map(\.name) }
      report(.name(.unknownFunction(name, closest: closest)), at: call.callee.range)
      return
    }
    for (problem, range) in ArgumentBinding(call, parameters: signature.parameters).problems {
      report(.argument(problem), at: range)
    }
  }

  /// The words that can stand behind `wait`: a word that is none of them is read as a variable.
  private static let waitWords = CallState.allCases.map(\.rawValue) + ["cdr", "until"]

  private mutating func check(_ wait: WaitExpression) {
    switch wait.condition {
    case .duration(.name(let identifier)):
      checkName(
        identifier, words: Self.waitWords,
        hint: "`wait` takes a duration, a state, `until` or `cdr`")
    case .duration(let duration): checkDuration(duration)
    case .state(_, let target):
      if let target { check(target) }
    case .until(let condition): check(condition)
    case .record(let call, let condition):
      if let call { check(call) }
      if let condition {
        let outer = hasRecord
        hasRecord = true
        check(condition)
        hasRecord = outer
      }
    case .invalid: break
    }
    if let within = wait.within { checkDuration(within) }
    if let every = wait.every { checkInterval(every) }
  }

  /// An expression that stands for a time: a literal of another kind cannot.
  mutating func checkDuration(_ expression: Expression) {
    check(expression)
    guard let value = expression.constantValue else { return }
    if case .duration(let nanoseconds) = value, nanoseconds >= 0 { return }
    var suggestion: String?
    if case .integer(let number) = value, number >= 0 { suggestion = "\(number)s" }
    if let text = value.textValue, DurationText.parse(text) != nil { suggestion = text }
    report(
      .value(
        .notDuration(found: "\(value.typePhrase), `\(value.literalText)`", suggestion: suggestion)),
      at: expression.range)
  }

  /// A duration that has to pass again and again: without any, it would never end.
  mutating func checkInterval(_ expression: Expression) {
    checkDuration(expression)
    guard case .duration(0)? = expression.constantValue else { return }
    report(.value(.noInterval), at: expression.range)
  }

  // MARK: Commands

  private mutating func check(_ command: CommandCall) {
    let slots = library.commandTable[command.verb.name]?.slots(ofForm: command.form) ?? [:]
    for argument in command.arguments {
      guard case .operand(let expression) = argument.value else { continue }
      guard let slot = slots[argument.slot] else {
        check(expression)
        continue
      }
      if case .name(let identifier) = expression {
        checkName(identifier, words: slot.words, hint: slot.quotingHint(for: identifier.name))
      } else {
        check(expression)
        checkKind(expression, of: slot)
      }
    }
  }

  /// A literal that can never stand in a slot.
  private mutating func checkKind(_ expression: Expression, of slot: OperandSlot) {
    guard let value = expression.constantValue else { return }
    if slot.kind == .duration {
      checkDuration(expression)
      return
    }
    let isFitting =
      switch value {
      case .integer(let number): number >= 0
      case .reference: value.textValue?.isEmpty == false
      case .null, .boolean, .decimal, .duration, .time: false
      }
    guard !isFitting else { return }
    report(
      .value(.operandKind(slot.name, expected: slot.kind.phrase, found: value.operandPhrase)),
      at: expression.range)
  }
}

extension CommandSignature {
  /// The operands of a form, by name.
  fileprivate func slots(ofForm name: String) -> [String: OperandSlot] {
    var slots: [String: OperandSlot] = [:]
    for form in forms where form.name == name {
      for element in form.elements {
        switch element {
        case .operand(let slot), .optionalOperand(let slot), .actor(let slot):
          slots[slot.name] = slot
        case .word, .arrow: break
        }
      }
      for option in form.options { slots[option.slot.name] = option.slot }
    }
    return slots
  }
}

extension OperandSlot {
  /// What to do where a word was meant as itself.
  fileprivate func quotingHint(for name: String) -> String? {
    switch kind {
    case .ivr, .queue, .text, .trunk: "a word is a variable here; quote a name: `\"\(name)\"`"
    case .count, .duration, .extension, .number: nil
    }
  }
}

extension OperandSlot.Kind {
  /// As it reads in a sentence.
  fileprivate var phrase: String {
    switch self {
    case .count: "a whole number"
    case .duration: "a duration"
    case .extension: "an extension"
    case .ivr: "the name of an IVR"
    case .number: "a phone number"
    case .queue: "a queue"
    case .text: "a text"
    case .trunk: "the name of a trunk"
    }
  }
}
