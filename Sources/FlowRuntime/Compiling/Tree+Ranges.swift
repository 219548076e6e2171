import FlowDiagnostics
import FlowSyntax

extension Expression {
  /// Where it stands.
  var range: SourceRange {
    switch self {
    case .literal(let literal): literal.range
    case .text(let text): text.range
    case .name(let identifier): identifier.range
    case .list(let list): list.range
    case .map(let map): map.range
    case .parenthesized(_, let range): range
    case .unary(let unary): unary.range
    case .binary(let binary): binary.range
    case .field(let access): access.range
    case .index(let access): access.range
    case .call(let call): call.range
    case .stateTest(let test): test.range
    case .command(let command): command.range
    case .wait(let wait): wait.range
    case .invalid(let range): range
    }
  }
}

extension Statement {
  /// Where it stands.
  var range: SourceRange {
    switch self {
    case .expression(let expression): expression.range
    case .parameter(let parameter): parameter.range
    case .binding(let binding): binding.range
    case .assignment(let assignment): assignment.range
    case .conditional(let conditional): conditional.range
    case .forLoop(let loop): loop.range
    case .whileLoop(let loop): loop.range
    case .repeatLoop(let loop): loop.range
    case .breakLoop(let range), .continueLoop(let range), .invalid(let range): range
    case .test(let test): test.range
    case .setup(let block, let keyword), .teardown(let block, let keyword):
      keyword.union(block.range)
    case .expectation(let expectation): expectation.range
    case .log(let log): log.range
    }
  }
}
