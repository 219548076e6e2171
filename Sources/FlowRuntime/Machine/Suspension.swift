package import FlowDiagnostics
package import FlowSyntax

/// What the machine cannot do by itself: the outer loop does it and lets the machine go on.
package enum Suspension: Sendable {
  // The trace.
  case beginStatement
  /// The statement begun last is done; its value where it has one, and whether a variable takes it.
  case endStatement(value: Register?, isKept: Bool = false)
  case log([Register])

  // The telephone system.
  case command(CommandSite, into: Register)
  case query(QuerySite, into: Register)
  case currentCall(into: Register)
  case testState(StateTestSite, into: Register)

  // Waiting.
  case sleep(Register)
  case readClock(into: Register)
  /// Until a moment in a register.
  case sleepUntil(Register)
  case waitForState(CallState, target: Register?, limit: Register?)
  case beginWaiting(limit: Register?, interval: Register?)
  case nextSample(into: Register)
  case endWaiting
  case beginRecordWait(call: Register?, limit: Register?)
  case nextRecord(into: Register)
  case takeRecord

  // What did not hold.
  /// An expectation failed; the open wait, if there is one, is closed.
  case failExpectation(ExpectationSite)
}

/// A command as compiled.
package struct CommandSite: Sendable {
  package enum Argument: Sendable {
    case register(Register)
    case word(String)
  }
  package var verb: String
  package var form: String
  package var arguments: [(slot: String, argument: Argument, range: SourceRange)]
}

/// A query as compiled.
package struct QuerySite: Sendable {
  package var name: String
  package var arguments: [(parameter: String, register: Register)]
}

/// A state that is asked for.
package struct StateTestSite: Hashable, Sendable {
  package var state: CallState
  package var subject: Register
  package var isNegated: Bool
  /// Whether a wait asks that it come.
  package var isAwaited: Bool
}
