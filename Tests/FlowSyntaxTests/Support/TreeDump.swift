@testable import FlowSyntax

/// Writes a tree as nested lists: `(+ a (* b 2))`.
enum TreeDump {
  /// One line for each statement of a script.
  static func dump(_ script: Script) -> String {
    script.statements.map(dump).joined(separator: "\n")
  }

  static func dump(_ block: Block) -> String {
    "{" + block.statements.map(dump).joined(separator: "; ") + "}"
  }

  static func dump(_ statement: Statement) -> String {
    switch statement {
    case .expression(let expression): dump(expression)
    case .parameter(let parameter):
      list("param", parameter.name.name, parameter.defaultValue.map(dump))
    case .binding(let binding): list("let", binding.name.name, dump(binding.value))
    case .assignment(let assignment): list("set", assignment.name.name, dump(assignment.value))
    case .conditional(let conditional):
      list(
        "if",
        conditional.branches.map { dump($0.condition) + " " + dump($0.body) }
          .joined(separator: " "), conditional.otherwise.map { "else " + dump($0) })
    case .forLoop(let loop):
      list("for", loop.variable.name, dump(loop.sequence), dump(loop.body))
    case .whileLoop(let loop): list("while", dump(loop.condition), dump(loop.body))
    case .repeatLoop(let loop):
      list("repeat", dump(loop.count), loop.every.map { "every " + dump($0) }, dump(loop.body))
    case .breakLoop: "(break)"
    case .continueLoop: "(continue)"
    case .test(let test):
      list("test", dump(test.name), test.timeout.map { "timeout " + dump($0) }, dump(test.body))
    case .setup(let block, _): list("setup", dump(block))
    case .teardown(let block, _): list("teardown", dump(block))
    case .expectation(let expectation): dump(expectation)
    case .log(let log): list("log", log.values.map(dump).joined(separator: " "))
    case .invalid: "(invalid)"
    }
  }

  private static func dump(_ expectation: Expectation) -> String {
    let timing: String? =
      switch expectation.timing {
      case .now: nil
      case .within(let time): "within " + dump(time)
      case .throughout(let time): "for " + dump(time)
      }
    return list(
      expectation.kind == .expect ? "expect" : "check", dump(expectation.condition), timing,
      expectation.reason.map { "why " + dump($0) })
  }

  static func dump(_ expression: Expression) -> String {
    switch expression {
    case .literal(let literal): dump(literal.value)
    case .text(let text): dump(text)
    case .name(let name): name.name
    case .list(let elements): list("list", elements.elements.map(dump).joined(separator: " "))
    case .map(let map):
      list("map", map.entries.map { "\($0.key.name): \(dump($0.value))" }.joined(separator: ", "))
    case .parenthesized(let inner, _): list("group", dump(inner))
    case .unary(let unary): list(unary.operator == .not ? "not" : "-", dump(unary.operand))
    case .binary(let binary):
      list("\(binary.operator)", dump(binary.left), dump(binary.right))
    case .field(let access):
      list(".", dump(access.base), access.field.name + (access.isOptional ? "?" : ""))
    case .index(let access): list("[]", dump(access.base), dump(access.index))
    case .call(let call):
      list(
        "call", call.callee.name,
        call.arguments.map { ($0.label.map { $0.name + ": " } ?? "") + dump($0.value) }
          .joined(separator: " "))
    case .stateTest(let test):
      list(test.isNegated ? "is-not" : "is", dump(test.subject), test.state.rawValue)
    case .command(let command): dump(command)
    case .wait(let wait): dump(wait)
    case .invalid: "invalid"
    }
  }

  private static func dump(_ literal: Literal.Value) -> String {
    switch literal {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .decimal(let value): "\(value)"
    case .duration(let nanoseconds): "\(nanoseconds)ns"
    case .dialString(let text): "<\(text)>"
    }
  }

  private static func dump(_ text: InterpolatedText) -> String {
    "\""
      + text.parts.map { part in
        switch part {
        case .literal(let characters): characters.replacing("\n", with: "\\n")
        case .interpolation(let expression): "${" + dump(expression) + "}"
        }
      }.joined() + "\""
  }

  private static func dump(_ command: CommandCall) -> String {
    let arguments = command.arguments.map { argument in
      switch argument.value {
      case .operand(let operand): "\(argument.slot)=\(dump(operand))"
      case .word(let word): "\(argument.slot)='\(word.name)'"
      }
    }
    return list("\(command.verb.name)/\(command.form)", arguments.joined(separator: " "))
  }

  private static func dump(_ wait: WaitExpression) -> String {
    let condition: String =
      switch wait.condition {
      case .duration(let time): dump(time)
      case .state(let state, let target):
        [state.rawValue, target.map(dump)].compactMap(\.self)
          .joined(separator: " ")
      case .until(let condition): "until " + dump(condition)
      case .record(let call, let filter):
        ["cdr", call.map { "of " + dump($0) }, filter.map { "where " + dump($0) }]
          .compactMap(\.self).joined(separator: " ")
      case .invalid: "invalid"
      }
    return list(
      "wait", condition, wait.within.map { "within " + dump($0) },
      wait.every.map { "every " + dump($0) })
  }

  private static func list(_ parts: String?...) -> String {
    "(" + parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ") + ")"
  }
}
