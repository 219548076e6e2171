package import FlowSyntax
import PBXModel

/// Waits for a state, and states as expressions.
extension Branch {
  package func wait(
    for state: CallState, of target: Value?, within limit: Duration?
  ) async throws(RuntimeFailure) {
    let subject = try awaited(state, of: target)
    let start = clock.now
    let used = limit ?? (state == .ended ? settings.endedLimit : settings.waitLimit)
    let deadline = start.advanced(by: used)
    var own = OwnSightings()
    var due = start
    while true {
      let keys = watchKeys(for: subject, state, isWait: true)
      let snapshot = try await sample(keys, due: due)
      own.observe(subject, in: snapshot)
      let answer = answer(state, of: subject, in: snapshot)
      let report = WaitReport(
        state: state, subject: subject, own: own, hasSeenRinging: snapshot.hasSeenRinging)
      if try await isDone(answer, report) { return }
      if snapshot.askedAt >= deadline {
        throw TelephonyFailure.timedOut(
          waitedFor: phrase(report), limit: WaitText.limit(used, isDefault: limit == nil),
          seen: lines(report)
        ).failure
      }
      due = min(snapshot.askedAt.advanced(by: settings.pollInterval), deadline)
    }
  }

  /// Whether a wait is over; throws where it waits for what cannot come or be seen.
  private func isDone(
    _ answer: StateAnswer, _ report: WaitReport
  ) async throws(RuntimeFailure) -> Bool {
    switch answer {
    case .holds:
      return true
    case .inferred(let from):
      notes.append("inferred: \(from) implies that it was \(report.state.rawValue)")
      return true
    case .pending:
      return false
    case .over(let reason):
      throw TelephonyFailure.cannotCome(
        waitedFor: phrase(report), reason: await withOutcome(reason, of: report.subject),
        seen: lines(report)
      ).failure
    case .neverBegan(let name):
      throw TelephonyFailure.neverBegan(
        call: name, limit: WaitText.text(settings.beginLimit), seen: lines(report)
      ).failure
    case .notObservable(let what, let instead):
      throw TelephonyFailure.notObservable(what: what, instead: instead).failure
    case .unknownExtension(let number):
      throw await unknownExtension(number)
    }
  }

  package func isTrue(
    _ state: CallState, of value: Value
  ) async throws(RuntimeFailure) -> Bool {
    let subject = try subject(of: value)
    let keys = watchKeys(for: subject, state, isWait: false)
    var snapshot = try await currentSnapshot(keys)
    if conditionWait == nil {
      looks.note(state, of: subject, in: snapshot)
    } else {
      conditionWait?.looks.note(state, of: subject, in: snapshot)
    }
    var answer = answer(state, of: subject, in: snapshot)
    if state == .ended, answer == .pending, conditionWait == nil, seemsOver(subject) {
      // An end takes two samples: a state may go back after its channel has.
      snapshot = try await sample(
        keys, due: clock.now.advanced(by: settings.pollInterval), isShareable: false)
      answer = self.answer(state, of: subject, in: snapshot)
    }
    switch answer {
    case .holds: return true
    case .inferred, .pending, .over, .neverBegan: return false
    case .notObservable(let what, let instead):
      throw TelephonyFailure.notObservable(what: what, instead: instead).failure
    case .unknownExtension(let number):
      throw await unknownExtension(number)
    }
  }

  /// Whether the newest sample shows nothing of a call that was seen before.
  private func seemsOver(_ subject: StateSubject) -> Bool {
    guard let call = call(of: subject) else { return false }
    return call.hasBegun && call.observedTracks.allSatisfy { $0.quietSamples >= 1 }
  }

  private func awaited(
    _ state: CallState, of target: Value?
  ) throws(RuntimeFailure) -> StateSubject {
    if let target { return try subject(of: target) }
    guard let lastLeg else {
      throw TelephonyFailure.nothingBegun(state: state.rawValue).failure
    }
    return .leg(lastLeg)
  }

  func call(of subject: StateSubject) -> TrackedCall? {
    ledger.withBook { book in
      switch subject {
      case .number(let number): book.latestCall(with: number)
      case .call(let id): book.call(id)
      case .leg(let leg): book.call(leg.callID)
      }
    }
  }
}

// What a wait says when it fails.
extension Branch {
  /// What a failed wait knows of itself.
  struct WaitReport {
    var state: CallState
    var subject: StateSubject
    var own: OwnSightings
    var hasSeenRinging: Bool
  }

  private func phrase(_ report: WaitReport) -> String {
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
      if let call, !call.isOver, let party = call.allParties.first(where: { $0.number == number }) {
        lines = WaitText.lines(of: party, from: call.beganAt, awaiting: report.state)
      } else {
        lines = report.own.lines(of: number, awaiting: report.state)
      }
    } else if let call {
      for party in call.allParties {
        let isAwaited = isAwaited(party, report.subject)
        lines += WaitText.lines(
          of: party, from: since(report.subject, in: call), awaiting: isAwaited ? report.state : nil
        )
      }
    }
    if report.state == .ringing, !report.hasSeenRinging {
      lines.append(
        "no phone was seen ringing so far: where a PBX never shows it, wait for `answered`")
    }
    return lines
  }

  private func isAwaited(_ party: CallParty, _ subject: StateSubject) -> Bool {
    switch subject {
    case .number(let number), .leg(.target(_, let number, _)): party.number == number
    case .call, .leg(.call): true
    case .leg(.consultation(let id, _)):
      ledger.withBook { $0.call(id)?.consultation?.target.number } == party.number
    }
  }

  private func since(_ subject: StateSubject, in call: TrackedCall) -> Timestamp {
    switch subject {
    case .number, .call, .leg(.call): call.beganAt
    case .leg(.target(_, _, let since)), .leg(.consultation(_, let since)): since
    }
  }

  /// A reason, and how the call ended by its record where that has come.
  private func withOutcome(_ reason: String, of subject: StateSubject) async -> String {
    guard let call = call(of: subject), call.isOver,
      let records = try? await environment.service.allCallRecords(
        ListCallRecords(start: recordStart)),
      let record = records.last(where: { call.isRecorded(in: $0) })
    else { return reason }
    return "\(reason): \(record.outcome.rawValue)"
  }
}

/// What a wait saw of a number that is in no call of the test.
struct OwnSightings {
  private var tracks: [(number: String, track: PartyTrack)] = []
  private var start: Timestamp?

  func lines(of number: String, awaiting state: CallState?) -> [String] {
    guard let start, let track = tracks.first(where: { $0.number == number })?.track else {
      return []
    }
    return WaitText.lines(of: number, track, from: start, awaiting: state)
  }

  mutating func observe(_ subject: StateSubject, in snapshot: Snapshot) {
    guard case .number(let number) = subject, let sample = snapshot.sample(of: number) else {
      return
    }
    if start == nil { start = snapshot.askedAt }
    if let index = tracks.firstIndex(where: { $0.number == number }) {
      tracks[index].track.observe(sample)
    } else {
      var track = PartyTrack(before: nil)
      track.observe(sample)
      tracks.append((number, track))
    }
  }
}
