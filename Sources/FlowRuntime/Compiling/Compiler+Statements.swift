import FlowDiagnostics
import FlowSyntax

extension Compiler {
  mutating func compile(_ statements: [Statement]) {
    var mark = nextRegister
    for statement in statements {
      // Only now, for the last value may be asked for after the last statement.
      release(to: mark)
      lastValue = nil
      compile(statement)
      switch statement {
      case .binding, .parameter: mark = nextRegister
      case .expression, .assignment, .conditional, .forLoop, .whileLoop, .repeatLoop, .breakLoop,
        .continueLoop, .test, .setup, .teardown, .expectation, .log, .invalid:
        break
      }
    }
  }

  mutating func compile(_ block: Block) {
    scoped { $0.compile(block.statements) }
  }

  private mutating func compile(_ statement: Statement) {
    switch statement {
    case .expression(let expression): compileBare(expression)
    case .parameter(let parameter): compileParameter(parameter)
    case .binding(let binding):
      let register = registerForVariable(at: binding.name.range)
      let mark = nextRegister
      compileTraced(binding.value, into: register, at: binding.range)
      release(to: mark)
      declare(binding.name.name, in: register)
    case .assignment(let assignment):
      guard let register = register(of: assignment.name.name) else {
        preconditionFailure("the checker let an unknown name pass")
      }
      compileTraced(assignment.value, into: register, at: assignment.range)
    case .conditional(let conditional): compileConditional(conditional)
    case .forLoop(let loop): compileFor(loop)
    case .whileLoop(let loop): compileWhile(loop)
    case .repeatLoop(let loop): compileRepeat(loop)
    case .breakLoop(let range):
      if let loop = loops.last { builder.branch(.jump, to: loop.end, at: range) }
    case .continueLoop(let range):
      if let loop = loops.last { builder.branch(.jump, to: loop.next, at: range) }
    case .expectation(let expectation): compileExpectation(expectation)
    case .log(let log):
      let registers = log.values.map { compile($0, into: allocate(at: log.range)) }
      builder.suspend(.log(registers), at: log.range)
    case .test, .setup, .teardown, .invalid:
      break
    }
  }

  /// A command, a wait, or an expression for its value: always in the trace.
  private mutating func compileBare(_ expression: Expression) {
    builder.suspend(.beginStatement, at: expression.range)
    let value = compile(expression, into: allocate(at: expression.range))
    let hasValue = expression.unwrapped.isValue
    builder.suspend(.endStatement(value: hasValue ? value : nil), at: expression.range)
    lastValue = hasValue ? value : nil
  }

  /// A value that a variable takes: in the trace where getting it acts.
  private mutating func compileTraced(
    _ value: Expression, into register: Register, at range: SourceRange
  ) {
    guard value.acts(in: library) else {
      compile(value, into: register)
      return
    }
    builder.suspend(.beginStatement, at: range)
    compile(value, into: register)
    builder.suspend(.endStatement(value: register, isKept: true), at: range)
  }

  private mutating func compileParameter(_ parameter: ParameterDeclaration) {
    let register = registerForVariable(at: parameter.name.range)
    let isMissing = builder.makeLabel()
    let end = builder.makeLabel()
    let number = builder.parameter(parameter.name.name)
    builder.branch(
      Instruction(.parameter, a: register, wide: number), otherwiseTo: isMissing,
      at: parameter.range)
    builder.branch(.jump, to: end, at: parameter.range)
    builder.bind(isMissing)
    if let value = parameter.defaultValue {
      compile(value, into: register)
    } else {
      load(.null, into: register, at: parameter.range)
    }
    builder.bind(end)
    declare(parameter.name.name, in: register)
  }

  private mutating func compileConditional(_ conditional: Conditional) {
    let end = builder.makeLabel()
    for branch in conditional.branches {
      let next = builder.makeLabel()
      self.branch(branch.condition, when: false, to: next)
      compile(branch.body)
      builder.branch(.jump, to: end, at: branch.body.range)
      builder.bind(next)
    }
    if let otherwise = conditional.otherwise { compile(otherwise) }
    builder.bind(end)
  }

  /// A loop's body: `step` stands where `continue` goes.
  private mutating func compileLoop(
    at range: SourceRange, body: Block,
    condition: (inout Compiler, _ end: CodeBuilder.Label) -> Void,
    step: (inout Compiler, _ end: CodeBuilder.Label) -> Void = { _, _ in }
  ) {
    let labels = LoopLabels(next: builder.makeLabel(), end: builder.makeLabel())
    let start = builder.makeLabel()
    builder.bind(start)
    condition(&self, labels.end)
    loops.append(labels)
    compile(body)
    loops.removeLast()
    builder.bind(labels.next)
    step(&self, labels.end)
    builder.branch(.loop, to: start, at: range)
    builder.bind(labels.end)
  }

  private mutating func compileWhile(_ loop: WhileLoop) {
    compileLoop(at: loop.range, body: loop.body) { compiler, end in
      compiler.branch(loop.condition, when: false, to: end)
    }
  }

  private mutating func compileFor(_ loop: ForLoop) {
    scoped { compiler in
      let range = loop.sequence.range
      let list = compiler.allocate(at: range)
      let index = compiler.allocate(at: range)
      let element = compiler.allocate(at: loop.variable.range)
      let sequence = compiler.compile(loop.sequence)
      compiler.builder.emit(Instruction(.iterated, a: list, b: sequence), at: range)
      compiler.load(.integer(0), into: index, at: range)
      compiler.declare(loop.variable.name, in: element)
      compiler.compileLoop(at: loop.range, body: loop.body) { compiler, end in
        compiler.builder.branch(
          Instruction(.nextElement, a: element, b: list, c: index), otherwiseTo: end, at: range)
      }
    }
  }

  private mutating func compileRepeat(_ loop: RepeatLoop) {
    scoped { compiler in
      let range = loop.count.range
      let count = compiler.allocate(at: range)
      let index = compiler.allocate(at: range)
      let given = compiler.compile(loop.count)
      compiler.builder.emit(Instruction(.turns, a: count, b: given), at: range)
      compiler.load(.integer(0), into: index, at: range)
      let pace = loop.every.map { compiler.compilePace($0) }
      compiler.compileLoop(at: loop.range, body: loop.body) { compiler, end in
        compiler.builder.branch(
          Instruction(.branchUnlessLess, a: index, b: count), otherwiseTo: end, at: range)
      } step: { compiler, end in
        compiler.builder.emit(Instruction(.addImmediate, a: index, b: index, c: 1), at: range)
        guard let pace else { return }
        compiler.builder.branch(
          Instruction(.branchUnlessLess, a: index, b: count), otherwiseTo: end, at: range)
        compiler.builder.emit(
          Instruction(.add, a: pace.next, b: pace.next, c: pace.interval), at: pace.range)
        compiler.builder.suspend(.sleepUntil(pace.next), at: pace.range)
      }
    }
  }

  /// What keeps the turns of a `repeat` apart: each begins a fixed time after the one before.
  private mutating func compilePace(
    _ every: Expression
  ) -> (interval: Register, next: Register, range: SourceRange) {
    let interval = allocate(at: every.range)
    let next = allocate(at: every.range)
    builder.emit(
      Instruction(.interval, a: interval, b: compile(every)), at: every.range)
    builder.suspend(.readClock(into: next), at: every.range)
    return (interval, next, every.range)
  }
}

extension Expression {
  /// Whether it has a value: a wait for a time or a state has none.
  var isValue: Bool {
    guard case .wait(let wait) = self else { return true }
    switch wait.condition {
    case .record: return true
    case .duration, .state, .until, .invalid: return false
    }
  }
}
