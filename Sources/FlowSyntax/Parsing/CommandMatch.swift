import FlowDiagnostics

/// Which forms of a command are still possible, and how far each has been read.
///
/// The forms are read side by side: every word or operand that is met keeps those forms alive that
/// have it next. The parser knows no command; what it expects is what the living forms have next.
struct CommandMatch {
  /// At most 64, so that a word of bits can say which are alive.
  let forms: [CommandForm]
  private var alive: UInt64
  private var positions: InlineArray<64, UInt8>
  /// The operands and listed words met so far; an arrow behind one is noted with it.
  private(set) var values: [(value: CommandCall.Argument.Value, hasArrow: Bool)] = []
  private(set) var options: [CommandCall.Argument] = []

  /// A match that has read the verb alone.
  init(_ forms: [CommandForm]) {
    precondition(forms.count <= 64, "a command has 64 forms at most")
    self.forms = forms
    self.alive = forms.count == 64 ? .max : (1 << UInt64(forms.count)) - 1
    self.positions = InlineArray(repeating: 0)
  }

  /// Keeps the living forms that a closure moves on; false, and no change, if there are none.
  private mutating func keep(_ advanced: (CommandForm, Int) -> Int?) -> Bool {
    var kept: UInt64 = 0
    for index in forms.indices where alive & 1 << UInt64(index) != 0 {
      if let next = advanced(forms[index], Int(positions[index])) {
        kept |= 1 << UInt64(index)
        positions[index] = UInt8(next)
      }
    }
    guard kept != 0 else { return false }
    alive = kept
    return true
  }

  /// Calls a closure with every living form and how far it is read, until it answers true.
  private func contains(where test: (CommandForm, Int) -> Bool) -> Bool {
    for index in forms.indices where alive & 1 << UInt64(index) != 0 {
      if test(forms[index], Int(positions[index])) { return true }
    }
    return false
  }

  /// The slot of an operand that a form may have next, an actor passed over where that is asked.
  private static func slot(of form: CommandForm, at position: Int) -> OperandSlot? {
    guard position < form.elements.count else { return nil }
    switch form.elements[position] {
    case .operand(let slot), .optionalOperand(let slot), .actor(let slot): return slot
    case .word, .arrow: return nil
    }
  }

  /// The slots that an operand next can stand in: an actor's, and the one behind it.
  private static func slots(of form: CommandForm, from position: Int) -> [OperandSlot] {
    guard let slot = slot(of: form, at: position) else { return [] }
    guard case .actor = form.elements[position] else { return [slot] }
    return [slot] + slots(of: form, from: position + 1)
  }

  /// Where a form goes on behind an operand without an arrow: behind the actor's place if it has
  /// one here; nil if it needs the arrow or has no operand here.
  private static func positionBehindOperand(of form: CommandForm, at position: Int) -> Int? {
    guard position < form.elements.count else { return nil }
    switch form.elements[position] {
    case .operand:
      let next = position + 1
      return next < form.elements.count && form.elements[next] == .arrow ? nil : next
    case .optionalOperand: return position + 1
    case .actor: return positionBehindOperand(of: form, at: position + 1)
    case .word, .arrow: return nil
    }
  }

  /// Where a form goes on behind an operand and an arrow.
  private static func positionBehindArrow(of form: CommandForm, at position: Int) -> Int? {
    guard position < form.elements.count else { return nil }
    switch form.elements[position] {
    case .actor: return position + 1
    case .operand:
      let next = position + 1
      return next < form.elements.count && form.elements[next] == .arrow ? next + 1 : nil
    case .optionalOperand, .word, .arrow: return nil
    }
  }

  /// Takes a fixed word.
  mutating func takeWord(_ word: String) -> Bool {
    keep { form, position in
      position < form.elements.count && form.elements[position] == .word(word)
        ? position + 1 : nil
    }
  }

  /// Takes a word that a slot lists.
  mutating func takeListedWord(_ word: Identifier) -> Bool {
    let taken = keep { form, position in
      guard let next = Self.positionBehindOperand(of: form, at: position),
        let slot = Self.slot(of: form, at: next - 1), slot.words.contains(word.name)
      else { return nil }
      return next
    }
    if taken { values.append((.word(word), false)) }
    return taken
  }

  /// Whether an operand can come next.
  var takesOperand: Bool {
    contains { Self.slot(of: $0, at: $1) != nil }
  }

  /// Whether an operand next may have an arrow behind it.
  var takesArrow: Bool {
    contains { Self.positionBehindArrow(of: $0, at: $1) != nil }
  }

  /// Whether an operand next may stand without an arrow.
  var takesBareOperand: Bool {
    contains { Self.positionBehindOperand(of: $0, at: $1) != nil }
  }

  /// Takes an operand without an arrow; false if every form needs the arrow.
  mutating func takeOperand(_ operand: Expression) -> Bool {
    let taken = keep { Self.positionBehindOperand(of: $0, at: $1) }
    if taken { values.append((.operand(operand), false)) }
    return taken
  }

  /// Takes an operand and the arrow behind it.
  mutating func takeActor(_ operand: Expression) -> Bool {
    let taken = keep { Self.positionBehindArrow(of: $0, at: $1) }
    if taken { values.append((.operand(operand), true)) }
    return taken
  }

  /// Whether a form needs nothing more from a position on.
  private static func isComplete(_ form: CommandForm, from position: Int) -> Bool {
    for element in form.elements[position...] {
      switch element {
      case .actor, .optionalOperand: continue
      case .word, .operand, .arrow: return false
      }
    }
    return true
  }

  /// Whether the command may end here.
  var isComplete: Bool { contains { Self.isComplete($0, from: $1) } }

  /// The slot of an option's value, if a form that may end here has the option.
  func optionSlot(_ word: String) -> OperandSlot? {
    for index in forms.indices where alive & 1 << UInt64(index) != 0 {
      let form = forms[index]
      if Self.isComplete(form, from: Int(positions[index])),
        let option = form.options.first(where: { $0.word == word })
      {
        return option.slot
      }
    }
    return nil
  }

  /// Whether the option was given before.
  func hasOption(_ slot: OperandSlot) -> Bool { options.contains { $0.slot == slot.name } }

  /// Takes an option, whose word was checked, and its value.
  mutating func takeOption(_ word: String, _ value: CommandCall.Argument) {
    _ = keep { form, position in
      Self.isComplete(form, from: position) && form.options.contains { $0.word == word }
        ? form.elements.count : nil
    }
    options.append(value)
  }

  /// Notes all that could come next.
  func describe(into expected: inout ExpectedSet) {
    for index in forms.indices where alive & 1 << UInt64(index) != 0 {
      let form = forms[index]
      let position = Int(positions[index])
      if position < form.elements.count, case .word(let word) = form.elements[position] {
        expected.insert(word: word)
      }
      for slot in Self.slots(of: form, from: position) {
        for word in slot.words { expected.insert(word: word) }
        expected.insert(phrase: slot.phrase)
      }
      if Self.isComplete(form, from: position) {
        for option in form.options where !hasOption(option.slot) {
          expected.insert(word: option.word)
        }
        expected.insert(.lineEnd)
      }
    }
  }

  /// The form that was written and its arguments; the first that needs nothing more.
  func finished() -> (form: CommandForm, arguments: [CommandCall.Argument])? {
    for index in forms.indices where alive & 1 << UInt64(index) != 0 {
      guard Self.isComplete(forms[index], from: Int(positions[index])) else { continue }
      return (forms[index], arguments(of: forms[index]) + options)
    }
    return nil
  }

  /// Gives each value the slot that it stands in.
  private func arguments(of form: CommandForm) -> [CommandCall.Argument] {
    var arguments: [CommandCall.Argument] = []
    arguments.reserveCapacity(values.count + options.count)
    var next = values.startIndex
    for element in form.elements where next < values.endIndex {
      switch element {
      case .word, .arrow: continue
      case .actor where !values[next].hasArrow: continue
      case .actor(let slot), .operand(let slot), .optionalOperand(let slot):
        arguments.append(CommandCall.Argument(slot: slot.name, value: values[next].value))
        next += 1
      }
    }
    return arguments
  }
}

extension OperandSlot {
  /// The slot as a message names it: `an extension`.
  var phrase: String {
    switch kind {
    case .count: "a whole number"
    case .duration: "a duration"
    case .extension: "an extension"
    case .ivr: "an IVR"
    case .number: "a number"
    case .queue: "a queue"
    case .text: "a text"
    case .trunk: "a trunk"
    }
  }
}
