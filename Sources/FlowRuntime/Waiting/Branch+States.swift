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
    var seen: [String] = []
    while true {
      let keys = watchKeys(for: subject, state, isWait: true)
      let snapshot: Snapshot
      do {
        snapshot = try await sample(keys, due: due)
      } catch {
        throw error.interrupted(having: seen)
      }
      own.observe(subject, in: snapshot)
      let answer = answer(state, of: subject, in: snapshot, isWait: true)
      let report = WaitReport(
        state: state, subject: subject, own: own, hasSeenRinging: snapshot.hasSeenRinging,
        isWait: true)
      if try await isDone(answer, report) { return }
      seen = lines(report)
      if snapshot.askedAt >= deadline {
        throw TelephonyFailure.timedOut(
          waitedFor: phrase(report), limit: WaitText.limit(used, isDefault: limit == nil),
          seen: seen + ringingNotes(report) + otherCallNotes(report)
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
        waitedFor: phrase(report), reason: await withOutcome(reason, of: report),
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
    _ state: CallState, of value: Value, isAwaited: Bool
  ) async throws(RuntimeFailure) -> Bool {
    let subject = try subject(of: value)
    let keys = watchKeys(for: subject, state, isWait: false)
    var snapshot = try await currentSnapshot(keys)
    if conditionWait == nil {
      looks.note(state, of: subject, isAwaited: isAwaited, in: snapshot)
    } else {
      conditionWait?.looks.note(state, of: subject, isAwaited: isAwaited, in: snapshot)
    }
    var answer = answer(state, of: subject, in: snapshot, isWait: isAwaited)
    if state == .ended, answer == .pending, conditionWait == nil, seemsOver(subject) {
      // An end takes two samples: a state may go back after its channel has.
      snapshot = try await sample(
        keys, due: clock.now.advanced(by: settings.pollInterval), isShareable: false)
      answer = self.answer(state, of: subject, in: snapshot, isWait: isAwaited)
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
