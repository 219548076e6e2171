import PBXModel

/// Waits for a condition, which the interpreter evaluates again and again.
extension Branch {
  package func beginWaiting(within limit: Duration?, every interval: Duration?) {
    let start = clock.now
    conditionWait = ConditionWait(
      start: start, deadline: start.advanced(by: limit ?? settings.waitLimit),
      interval: interval ?? settings.pollInterval, isShareable: interval == nil, lastLook: start)
  }

  package func nextSample() async throws(RuntimeFailure) -> Bool {
    guard let wait = conditionWait, wait.lastLook < wait.deadline else { return false }
    let due = min(wait.lastLook.advanced(by: wait.interval), wait.deadline)
    if wait.keys.isEmpty {
      try await sleep(until: due)
      conditionWait?.lastLook = clock.now
    } else {
      let snapshot = try await sample(wait.keys, due: due, isShareable: wait.isShareable)
      conditionWait?.newest = snapshot
      conditionWait?.lastLook = snapshot.askedAt
    }
    return true
  }

  package func endWaiting() -> [String] {
    let looks = conditionWait?.looks ?? looks
    conditionWait = nil
    self.looks = Looks()
    return looks.asked.flatMap { subject, state, isAwaited in
      let report = WaitReport(
        state: state, subject: subject, own: looks.own, hasSeenRinging: true, isWait: isAwaited)
      return lines(report)
    }
  }

  package func sleep(for duration: Duration) async throws(RuntimeFailure) {
    guard duration > .zero else { return }
    try await sleep(until: clock.now.advanced(by: duration))
  }

  private func sleep(until moment: Timestamp) async throws(RuntimeFailure) {
    do {
      try await clock.sleep(until: moment, tolerance: nil)
    } catch {
      throw RuntimeProblem.interrupted.failure
    }
    try await throwIfExpired()
  }

  /// A snapshot that shows what is asked for: the newest of an open wait where it does, else one
  /// that is asked for now.
  func currentSnapshot(_ keys: [WatchKey]) async throws(RuntimeFailure) -> Snapshot {
    guard let wait = conditionWait else { return try await sample(keys) }
    let missing = keys.filter { !wait.keys.contains($0) }
    conditionWait?.keys += missing
    if missing.isEmpty, let newest = wait.newest { return newest }
    let snapshot = try await sample(wait.keys + missing)
    conditionWait?.newest = snapshot
    conditionWait?.lastLook = snapshot.askedAt
    return snapshot
  }
}
