import FlowSyntax

extension Branch: Telephony {
  package var currentCall: Value {
    guard let currentCallID, let call = ledger.withBook({ $0.call(currentCallID) }) else {
      return .null
    }
    return .call(call.handle)
  }

  package func run(_ invocation: CommandInvocation) async throws(RuntimeFailure) -> Value {
    guard
      let command = environment.library.commands.first(where: {
        $0.signature.verb == invocation.verb
      })
    else { preconditionFailure("the parser knows no command `\(invocation.verb)`") }
    // A wait that failed half-way is over.
    conditionWait = nil
    recordWait = nil
    return try await command.run(invocation, in: self)
  }

  package func query(_ invocation: FunctionInvocation) async throws(RuntimeFailure) -> Value {
    guard
      let query = environment.library.queries.first(where: { $0.signature.name == invocation.name })
    else { preconditionFailure("the checker knows no query `\(invocation.name)`") }
    return try await query.evaluate(invocation, in: self)
  }

  package func takeNotes() -> [String] {
    looks = Looks()
    defer { notes = [] }
    return notes
  }
}
