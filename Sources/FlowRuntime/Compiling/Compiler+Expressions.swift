import FlowDiagnostics
import FlowSyntax

extension Compiler {
  /// Compiles an expression and says in which register its value is.
  ///
  /// A variable stays where it is unless a target is given. The target is written only when the
  /// whole value is known, so that `x = x + 1` reads the old one.
  @discardableResult
  mutating func compile(_ expression: Expression, into target: Register? = nil) -> Register {
    if let part = partRegisters.removeValue(forKey: expression.range) {
      compileValue(expression, into: part)
      partRegisters[expression.range] = part
      if let target { move(part, to: target, at: expression.range) }
      return target ?? part
    }
    if case .parenthesized(let inner, _) = expression { return compile(inner, into: target) }
    if case .name(let identifier) = expression, let register = register(of: identifier.name) {
      if let target { move(register, to: target, at: identifier.range) }
      return target ?? register
    }
    let result = target ?? allocate(at: expression.range)
    let mark = nextRegister
    compileValue(expression, into: result)
    release(to: mark)
    return result
  }

  mutating func move(_ source: Register, to target: Register, at range: SourceRange) {
    if source != target { builder.emit(Instruction(.move, a: target, b: source), at: range) }
  }

  mutating func load(_ value: Value, into target: Register, at range: SourceRange) {
    let index = builder.constant(value)
    builder.emit(Instruction(.loadConstant, a: target, wide: index), at: range)
  }

  private mutating func compileValue(_ expression: Expression, into target: Register) {
    if let constant = expression.constantValue {
      load(constant, into: target, at: expression.range)
      return
    }
    switch expression {
    case .literal(let literal):
      load(Value(literal: literal.value), into: target, at: literal.range)
    case .text(let text): compileText(text, into: target)
    case .name(let identifier): compileName(identifier, into: target)
    case .list(let list): compileList(list, into: target)
    case .map(let map): compileMap(map, into: target)
    case .parenthesized(let inner, _): compile(inner, into: target)
    case .unary(let unary):
      let operand = compile(unary.operand)
      let opcode: Opcode = unary.operator == .not ? .not : .negate
      builder.emit(Instruction(opcode, a: target, b: operand), at: unary.range)
    case .binary(let binary): compileBinary(binary, into: target)
    case .field(let access):
      let base = compile(access.base)
      builder.emit(
        Instruction(.field, a: target, b: base, c: access.isOptional ? 1 : 0),
        at: access.field.range)
      let name = builder.constant(.text(access.field.name))
      builder.emit(Instruction(.jump, wide: name), at: access.field.range)
    case .index(let access):
      let base = compile(access.base)
      let index = compile(access.index)
      builder.emit(Instruction(.element, a: target, b: base, c: index), at: access.range)
    case .call(let call): compileCall(call, into: target)
    case .stateTest(let test):
      let subject = compile(test.subject)
      builder.suspend(
        .testState(
          StateTestSite(
            state: test.state, subject: subject, isNegated: test.isNegated,
            isAwaited: awaitedStates.contains(test.range)),
          into: target),
        at: test.range)
    case .command(let command): compileCommand(command, into: target)
    case .wait(let wait): compileWait(wait, into: target)
    case .invalid(let range): load(.null, into: target, at: range)
    }
  }

  private mutating func compileName(_ identifier: Identifier, into target: Register) {
    if let register = register(of: identifier.name) {
      move(register, to: target, at: identifier.range)
    } else {
      // The one name that no scope holds is `call`.
      builder.suspend(.currentCall(into: target), at: identifier.range)
    }
  }

  private mutating func compileText(_ text: InterpolatedText, into target: Register) {
    compileRow(text.parts, at: text.range, into: target) { compiler, part, register in
      switch part {
      case .literal(let piece): compiler.load(.text(piece), into: register, at: text.range)
      case .interpolation(let expression): compiler.compile(expression, into: register)
      }
    } make: { compiler, target, first, count in
      compiler.builder.emit(
        Instruction(.makeText, a: target, b: first, c: UInt16(count)), at: text.range)
    } append: { compiler, target, piece in
      compiler.builder.emit(
        Instruction(.add, a: target, b: target, c: piece), at: text.range)
    }
  }

  private mutating func compileList(_ list: ListExpression, into target: Register) {
    compileRow(list.elements, at: list.range, into: target) { compiler, element, register in
      compiler.compile(element, into: register)
    } make: { compiler, target, first, count in
      compiler.builder.emit(
        Instruction(.makeList, a: target, b: first, c: UInt16(count)), at: list.range)
    } append: { compiler, target, piece in
      compiler.builder.emit(Instruction(.appendList, a: target, b: piece), at: list.range)
    }
  }

  /// Compiles many values in rows of registers, so that a long list does not use them up.
  private mutating func compileRow<Element>(
    _ elements: [Element], at range: SourceRange, into target: Register,
    compile: (inout Compiler, Element, Register) -> Void,
    make: (inout Compiler, Register, Register, Int) -> Void,
    append: (inout Compiler, Register, Register) -> Void
  ) {
    let rowLength = 256
    let mark = nextRegister
    let whole = elements.count > rowLength ? allocate(at: range) : target
    var start = 0
    repeat {
      let row = elements[start..<min(start + rowLength, elements.count)]
      let rowMark = nextRegister
      let first = allocate(row.count + 1, at: range)
      if exhaustedAt != nil { break }
      for (offset, element) in row.enumerated() {
        compile(&self, element, first + Register(offset))
      }
      let piece = start == 0 ? whole : first + Register(row.count)
      make(&self, piece, first, row.count)
      if start > 0 { append(&self, whole, piece) }
      release(to: rowMark)
      start += row.count
    } while start < elements.count
    move(whole, to: target, at: range)
    release(to: mark)
  }

  private mutating func compileMap(_ map: MapExpression, into target: Register) {
    let first = allocate(map.entries.count, at: map.range)
    if exhaustedAt != nil { return }
    for (offset, entry) in map.entries.enumerated() {
      compile(entry.value, into: first + Register(offset))
    }
    builder.emit(
      Instruction(.makeMap, a: target, b: first, c: UInt16(map.entries.count)), at: map.range)
    let names = builder.constant(.list(map.entries.map { .text($0.key.name) }))
    builder.emit(Instruction(.jump, wide: names), at: map.range)
  }

  private mutating func compileCall(_ call: FunctionCall, into target: Register) {
    if let index = PureFunction.index(of: call.callee.name) {
      let parameters = PureFunction.all[index].signature.parameters
      let bound = ArgumentBinding(call, parameters: parameters).arguments
      let first = allocate(parameters.count, at: call.range)
      if exhaustedAt != nil { return }
      for (offset, argument) in bound.enumerated() {
        let register = first + Register(offset)
        if let argument {
          compile(argument, into: register)
        } else {
          load(.null, into: register, at: call.range)
        }
      }
      builder.emit(
        Instruction(.call, a: target, b: first, c: UInt16(index)), at: call.range)
      return
    }
    guard let signature = library.query(named: call.callee.name) else {
      preconditionFailure("the checker let an unknown function pass")
    }
    let bound = ArgumentBinding(call, parameters: signature.parameters).arguments
    var site = QuerySite(name: signature.name, arguments: [])
    for (parameter, argument) in zip(signature.parameters, bound) {
      if let argument { site.arguments.append((parameter.name, compile(argument))) }
    }
    builder.suspend(.query(site, into: target), at: call.range)
  }

  private mutating func compileCommand(_ command: CommandCall, into target: Register) {
    var site = CommandSite(verb: command.verb.name, form: command.form, arguments: [])
    for argument in command.arguments {
      switch argument.value {
      case .operand(let expression):
        site.arguments.append(
          (argument.slot, .register(compile(expression)), expression.range))
      case .word(let word):
        site.arguments.append((argument.slot, .word(word.name), word.range))
      }
    }
    builder.suspend(.command(site, into: target), at: command.range)
  }
}
