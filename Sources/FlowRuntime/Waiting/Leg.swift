package import PBXModel

/// What a branch's last call-making command began: what a wait without a target waits for.
package enum Leg: Hashable, Sendable {
  /// `dial` and `incoming`: the call with both its ends.
  case call(Int)
  /// A blind transfer, or one into an application: who is called now.
  case target(callID: Int, number: String, since: Timestamp)
  /// An attended transfer: who is consulted.
  case consultation(callID: Int, since: Timestamp)

  package var callID: Int {
    switch self {
    case .call(let id), .target(let id, _, _), .consultation(let id, _): id
    }
  }
}

/// Of what a state is asked.
package enum StateSubject: Hashable, Sendable {
  /// An extension, or an outside number that is in a call of the test.
  case number(String)
  case call(Int)
  case leg(Leg)
}
