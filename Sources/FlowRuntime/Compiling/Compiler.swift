import FlowDiagnostics
import FlowSyntax

/// Turns a checked tree into code for the register machine.
///
/// It presumes what the checker has made sure of: every name is known, every form is right.
struct Compiler {
  /// Where `break` and `continue` of the innermost loop go.
  struct LoopLabels {
    var next: CodeBuilder.Label
    var end: CodeBuilder.Label
  }

  /// The numbers of registers have 16 bits; a few stay free for the code's own use.
  static let registerLimit = 65_000

  let library: Library
  var builder = CodeBuilder()
  /// The registers of the names in scope, innermost last.
  var scopes: [[String: Register]]
  var loops: [LoopLabels] = []
  /// The registers that keep the values of an expectation's parts, by the parts' places.
  var partRegisters: [SourceRange: Register] = [:]
  /// The states that the condition of a wait asks to come.
  var awaitedStates: Set<SourceRange> = []
  /// The value of the last bare expression, for the shell.
  var lastValue: Register?
  /// Where the registers ran out, if they did.
  private(set) var exhaustedAt: SourceRange?
  private(set) var nextRegister: Int
  /// For variables of the top level, the next one last.
  private var reservedRegisters: [Register] = []
  private var highestRegister: Int

  /// - Parameter variables: the registers of variables that exist already.
  init(
    library: Library, variables: [String: Register] = [:], firstRegister: Int = 0
  ) {
    self.library = library
    self.scopes = [variables]
    self.nextRegister = firstRegister
    self.highestRegister = firstRegister
  }

  var code: Code { builder.finished(registerCount: highestRegister) }

  // MARK: Registers

  /// The first of so many registers in a row.
  mutating func allocate(_ count: Int = 1, at range: SourceRange) -> Register {
    guard nextRegister + count <= Self.registerLimit else {
      if exhaustedAt == nil { exhaustedAt = range }
      return 0
    }
    let first = nextRegister
    nextRegister += count
    highestRegister = max(highestRegister, nextRegister)
    return Register(first)
  }

  /// Keeps registers for variables of the top level that nothing else ever uses, so that it can be
  /// seen afterwards which of them were set.
  mutating func reserveVariables(_ count: Int, at range: SourceRange) {
    let first = allocate(count, at: range)
    guard exhaustedAt == nil else { return }
    reservedRegisters = (0..<count).reversed().map { first + Register($0) }
  }

  /// The register of a variable that is being declared.
  mutating func registerForVariable(at range: SourceRange) -> Register {
    if scopes.count == 1, let register = reservedRegisters.popLast() { return register }
    return allocate(at: range)
  }

  /// Frees what was allocated since a mark.
  mutating func release(to mark: Int) {
    nextRegister = mark
  }

  // MARK: Names

  func register(of name: String) -> Register? {
    for scope in scopes.reversed() {
      if let register = scope[name] { return register }
    }
    return nil
  }

  mutating func declare(_ name: String, in register: Register) {
    scopes[scopes.count - 1][name] = register
  }

  /// Runs with a scope of its own, whose registers are free again afterwards.
  mutating func scoped(_ body: (inout Compiler) -> Void) {
    let mark = nextRegister
    scopes.append([:])
    body(&self)
    scopes.removeLast()
    release(to: mark)
  }

  // MARK: Entry points

  /// Compiles what one entry point does, and gives its place.
  mutating func entryPoint(
    at range: SourceRange, _ body: (inout Compiler) -> Register?
  ) -> Int {
    let position = builder.position
    let mark = nextRegister
    scopes.append([:])
    let value = body(&self)
    builder.emit(Instruction(.finish, a: value ?? 0, wide: value == nil ? 0 : 1), at: range)
    scopes.removeLast()
    release(to: mark)
    return position
  }
}
