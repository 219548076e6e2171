import FlowSyntax
import PBXModel

/// What a wait says when it fails.
extension Branch {
  /// What a failed wait knows of itself.
  struct WaitReport {
    var state: CallState
    var subject: StateSubject
    var own: OwnSightings
    var hasSeenRinging: Bool
    /// Whether the state was to come.
    var isWait: Bool
  }

  func phrase(_ report: WaitReport) -> String {
    switch report.subject {
    case .number(let number): return "`\(number) is \(report.state.rawValue)`"
    case .call, .leg(.call):
      let name = call(of: report.subject)?.name ?? "the call"
      return "`\(report.state.rawValue)` of \(name)"
    case .leg(.target(let id, let number, _)):
      guard report.state != .ended else {
        let name = ledger.withBook { $0.call(id)?.name }
        return "`ended` of \(name ?? "the call")"
      }
      return "`\(number) is \(report.state.rawValue)`"
    case .leg(.consultation(let id, _)):
      let target = ledger.withBook { $0.call(id)?.consultation?.target.number }
      return "`\(report.state.rawValue)` of the consultation with \(target ?? "the target")"
    }
  }

  func lines(_ report: WaitReport) -> [String] {
    var lines: [String] = []
    let call = call(of: report.subject)
    if case .number(let number) = report.subject {
      let strangers = strangerLines(number, report)
      if !strangers.isEmpty {
        lines = strangers + report.own.lines(of: number, awaiting: nil)
      } else if let call, !call.isOver,
        let party = call.allParties.first(where: { $0.number == number })
      {
        lines = WaitText.lines(of: party, from: call.beganAt, awaiting: report.state)
      } else {
        lines = report.own.lines(of: number, awaiting: report.state)
      }
    } else if let call {
      for party in call.allParties {
        let isAwaited = isAwaited(party, report.state, report.subject, in: call)
        lines += WaitText.lines(
          of: party, from: since(report.subject, in: call), awaiting: isAwaited ? report.state : nil
        )
      }
    }
    return lines
  }

  /// That a number is in a call that does not count for a wait; none where it is not.
  private func strangerLines(_ number: String, _ report: WaitReport) -> [String] {
    let callID = lastLeg?.callID
    guard report.isWait, report.state == .answered,
      !ledger.withBook({ $0.isOwn(number, ofCall: callID) }),
      let track = commandTracks.track(of: number), !track.isAnswered, let before = track.before,
      before.isInUse, let newest = track.newest, newest.isInUse
    else { return [] }
    let origin =
      commandTracks.isKnown(number) ? "by another call since before" : "at the first look already"
    return [
      "\(number) was \(before.words) \(origin)",
      "a wait needs a change since the last command; where that call is meant, write "
        + "`expect \(number) is answered for 1s`",
    ]
  }

  /// Where no phone ever rings, a wait for it may wait for what the PBX does not show.
  func ringingNotes(_ report: WaitReport) -> [String] {
    guard report.state == .ringing, !report.hasSeenRinging else { return [] }
    return ["no phone was seen ringing so far: where a PBX never shows it, wait for `answered`"]
  }

  /// Why a call may seem to go on: others of the test's calls use its parties.
  func otherCallNotes(_ report: WaitReport) -> [String] {
    guard report.state == .ended, let call = call(of: report.subject) else { return [] }
    return ledger.withBook { book in
      call.allParties.compactMap { party in
        guard let other = book.liveCall(with: party.number),
          other.handle.id != call.handle.id
        else { return nil }
        return "\(party.number) is in use by another call: "
          + "\(other.handle.caller) -> \(other.handle.destination)"
      }
    }
  }

  private func isAwaited(
    _ party: CallParty, _ state: CallState, _ subject: StateSubject, in call: TrackedCall
  ) -> Bool {
    switch subject {
    case .number(let number), .leg(.target(_, let number, _)): party.number == number
    case .call, .leg(.call): state != .ringing || party.number == call.parties.last?.number
    case .leg(.consultation): party.number == call.consultation?.target.number
    }
  }

  private func since(_ subject: StateSubject, in call: TrackedCall) -> Timestamp {
    switch subject {
    case .number, .call, .leg(.call): call.beganAt
    case .leg(.target(_, _, let since)), .leg(.consultation(_, let since)): since
    }
  }

  /// A reason, and how the call ended by its record where that has come.
  func withOutcome(_ reason: String, of report: WaitReport) async -> String {
    guard let call = call(of: report.subject), call.isOver,
      let records = try? await environment.service.allCallRecords(records(of: call)),
      let record = records.last(where: { call.isRecorded(in: $0) })
    else { return reason }
    guard report.state == .answered, record.outcome == .answered else {
      return "\(reason): \(record.outcome.rawValue)"
    }
    if call.parties.allSatisfy(\.hasAnswered) {
      return "\(reason); it was answered before this wait began"
    }
    // The two ways to look at it disagree: which one says what has to be told apart.
    return "\(reason); its record says that it was answered, which no sample showed"
  }
}
