package import FlowDiagnostics

/// A script as read: its statements, whatever was wrong with them.
package struct Script: Sendable {
  package var statements: [Statement]

  package init(statements: [Statement]) {
    self.statements = statements
  }
}

/// One statement; control flow is this enum, commands are the table.
package indirect enum Statement: Sendable {
  /// A command, a wait, or an expression for its value.
  case expression(Expression)
  case parameter(ParameterDeclaration)
  case binding(LetBinding)
  case assignment(Assignment)
  case conditional(Conditional)
  case forLoop(ForLoop)
  case whileLoop(WhileLoop)
  case repeatLoop(RepeatLoop)
  case breakLoop(SourceRange)
  case continueLoop(SourceRange)
  case test(TestDeclaration)
  case setup(Block, keyword: SourceRange)
  case teardown(Block, keyword: SourceRange)
  case expectation(Expectation)
  case log(LogStatement)
  /// What could not be read; a diagnostic says why.
  case invalid(SourceRange)
}

/// `{ … }`, with its braces.
package struct Block: Sendable {
  package var statements: [Statement]
  package var range: SourceRange
}

/// `param name = default`, or without a default, when it must be given.
package struct ParameterDeclaration: Sendable {
  package var name: Identifier
  package var defaultValue: Expression?
  package var range: SourceRange
}

/// `let name = value`.
package struct LetBinding: Sendable {
  package var name: Identifier
  package var value: Expression
  package var range: SourceRange
}

/// `name = value`; only a name can be assigned.
package struct Assignment: Sendable {
  package var name: Identifier
  package var value: Expression
  package var range: SourceRange
}

/// `if a { } else if b { } else { }`.
package struct Conditional: Sendable {
  package struct Branch: Sendable {
    package var condition: Expression
    package var body: Block
  }
  package var branches: [Branch]
  package var otherwise: Block?
  package var range: SourceRange
}

/// `for x in list { }`.
package struct ForLoop: Sendable {
  package var variable: Identifier
  package var sequence: Expression
  package var body: Block
  package var range: SourceRange
}

/// `while a { }`.
package struct WhileLoop: Sendable {
  package var condition: Expression
  package var body: Block
  package var range: SourceRange
}

/// `repeat 5 [every 1s] { }`.
package struct RepeatLoop: Sendable {
  package var count: Expression
  package var every: Expression?
  package var body: Block
  package var range: SourceRange
}

/// `test "name" [timeout 1m] { }`.
package struct TestDeclaration: Sendable {
  package var name: Expression
  package var timeout: Expression?
  package var body: Block
  package var keywordRange: SourceRange
  package var range: SourceRange
}

/// `expect …` and `check …`.
package struct Expectation: Sendable {
  package enum Kind: Hashable, Sendable {
    /// Ends the test when it fails.
    case expect
    /// Notes the failure and goes on.
    case check
  }
  package enum Timing: Sendable {
    case now
    /// Becomes true in time.
    case within(Expression)
    /// Stays true that long.
    case throughout(Expression)
  }
  package var kind: Kind
  package var condition: Expression
  package var timing: Timing
  package var reason: Expression?
  package var keywordRange: SourceRange
  package var range: SourceRange
}

/// `log a, b`.
package struct LogStatement: Sendable {
  package var values: [Expression]
  package var range: SourceRange
}
