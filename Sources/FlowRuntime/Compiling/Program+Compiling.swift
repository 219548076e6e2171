package import FlowDiagnostics
import FlowSyntax

extension Program {
  /// Parses, checks and compiles a script; never fails, but says what is wrong.
  package static func compile(_ source: SourceFile, library: Library) -> Compilation {
    let result = Parser.parse(source, commands: library.commandTable)
    var checker = Checker(library: library)
    checker.check(result.script)
    var diagnostics = (result.diagnostics + checker.diagnostics).inTextOrder
    guard !diagnostics.hasErrors else {
      return Compilation(program: nil, diagnostics: diagnostics)
    }
    var compiler = Compiler(library: library)
    let entryPoints = compiler.compile(result.script)
    if let range = compiler.exhaustedAt {
      diagnostics.append(CheckProblem.value(.tooManyRegisters).diagnostic(at: range))
      return Compilation(program: nil, diagnostics: diagnostics)
    }
    let program = Program(
      source: source, tests: plan(result.script, source),
      parameters: result.script.parameters, isTestFile: result.script.hasTests,
      code: compiler.code, entryPoints: entryPoints)
    return Compilation(program: program, diagnostics: diagnostics)
  }

  private static func plan(_ script: Script, _ source: SourceFile) -> [PlannedTest] {
    guard script.hasTests else {
      let whole = SourceRange(0, source.bytes.count)
      return script.statements.isEmpty
        ? [] : [PlannedTest(name: source.baseName, index: 0, range: whole)]
    }
    var tests: [PlannedTest] = []
    for case .test(let test) in script.statements {
      let name = test.name.constantValue?.displayText ?? source.unquotedText(in: test.name.range)
      tests.append(PlannedTest(name: name, index: tests.count, range: test.range))
    }
    return tests
  }
}

extension Compiler {
  /// Compiles a checked script.
  mutating func compile(_ script: Script) -> Program.EntryPoints {
    var entryPoints = Program.EntryPoints()
    guard script.hasTests else {
      entryPoints.tests = [.init(body: compileTopLevel(script.statements))]
      return entryPoints
    }
    entryPoints.topLevel = compileTopLevel(script.statements)
    for statement in script.statements {
      switch statement {
      case .setup(let block, let keyword):
        entryPoints.setup = compileEntryPoint(block, at: keyword)
      case .teardown(let block, let keyword):
        entryPoints.teardown = compileEntryPoint(block, at: keyword)
      case .test(let test):
        entryPoints.tests.append(compileTest(test))
      case .expression, .parameter, .binding, .assignment, .conditional, .forLoop, .whileLoop,
        .repeatLoop, .breakLoop, .continueLoop, .expectation, .log, .invalid:
        break
      }
    }
    return entryPoints
  }

  /// The statements outside of tests; their variables stay for all that is compiled later.
  mutating func compileTopLevel(_ statements: [Statement]) -> Int {
    let position = builder.position
    compile(statements)
    let range = statements.last?.range ?? SourceRange(0, 0)
    builder.emit(
      Instruction(.finish, a: lastValue ?? 0, wide: lastValue == nil ? 0 : 1), at: range)
    return position
  }

  private mutating func compileEntryPoint(_ block: Block, at range: SourceRange) -> Int {
    entryPoint(at: range) { compiler in
      compiler.compile(block.statements)
      return nil
    }
  }

  private mutating func compileTest(_ test: TestDeclaration) -> Program.EntryPoints.Test {
    let name = entryPoint(at: test.name.range) { $0.compile(test.name) }
    let timeout = test.timeout.map { timeout in
      entryPoint(at: timeout.range) { $0.compileDuration(timeout) }
    }
    return .init(
      name: name, timeout: timeout, body: compileEntryPoint(test.body, at: test.keywordRange))
  }
}

extension Script {
  /// What the file lets its user set.
  fileprivate var parameters: [Program.Parameter] {
    statements.compactMap { statement in
      guard case .parameter(let parameter) = statement else { return nil }
      return Program.Parameter(
        name: parameter.name.name, isRequired: parameter.defaultValue == nil,
        range: parameter.range)
    }
  }
}

extension SourceFile {
  /// The last part of the path, without `.flow`.
  fileprivate var baseName: String {
    let name = name.split(separator: "/").last.map(String.init) ?? name
    return name.hasSuffix(".flow") && name.utf8.count > 5 ? String(name.dropLast(5)) : name
  }

  /// A text of the script without its quotes.
  fileprivate func unquotedText(in range: SourceRange) -> String {
    let text = text(in: range)
    for quote in ["\"\"\"", "\"", "'"] where text.hasPrefix(quote) && text.hasSuffix(quote) {
      return String(text.dropFirst(quote.count).dropLast(quote.count))
    }
    return text
  }
}

extension [Diagnostic] {
  /// Sorted by place; those of one place keep their order.
  var inTextOrder: [Diagnostic] {
    enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }.map(\.element)
  }

  var hasErrors: Bool { contains { $0.severity == .error } }
}
