import PBXModel

/// The billing push, and what goes wrong with it.
extension Simulator {
  /// Every billing record from now on.
  func subscribeToBilling(as reader: BillingSubscribers.Reader) -> BillingFeed {
    // What was held back until now is none of it.
    pushWhatIsDue()
    return billing.subscribe(as: reader)
  }

  /// The same system as a client over a network sees it, faults and all.
  package nonisolated var overNetwork: FaultyService {
    FaultyService(self, faults: faults, clock: clock) { () async throws(PBXError) in
      await self.subscribeToBilling(as: .lasting)
    }
  }

  /// Pushes the records of what ended at a moment, or sees to it that they are pushed late.
  func push(_ message: [BillingRecord], endedAt moment: Timestamp) {
    guard !message.isEmpty else { return }
    let verdict = faults.pushVerdict()
    if verdict.dropsSockets { billing.dropSockets() }
    for _ in 0..<verdict.copies {
      if verdict.delay > .zero {
        latePushes.insert(message, at: moment.advanced(by: verdict.delay))
      } else {
        billing.push(message, isNetworkDown: faults.isNetworkDown)
      }
    }
    pushWhatIsDue()
  }

  /// Pushes what has become due: messages that were late, and those held back by a network that was
  /// down.
  func pushWhatIsDue() {
    if billing.isHolding, !faults.isNetworkDown { billing.release() }
    while let moment = latePushes.next, moment <= clock.now,
      let message = latePushes.removeFirst()?.element
    {
      billing.push(message, isNetworkDown: faults.isNetworkDown)
    }
  }

  /// When `pushWhatIsDue` has something to do again; nil where that cannot be told.
  var nextPush: Timestamp? {
    guard billing.isHolding, let end = faults.networkReturn else { return latePushes.next }
    return min(latePushes.next ?? end, end)
  }
}
