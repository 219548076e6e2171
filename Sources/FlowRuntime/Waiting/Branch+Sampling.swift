import FlowSyntax
import PBXModel

/// How a branch gets at samples that are fresh enough.
extension Branch {
  /// The request for the call records of the test's own time.
  var ownRecords: ListCallRecords { ListCallRecords(start: settings.zone.format(ledger.start)) }

  /// The request for the call records of a call, from the minute before it on.
  ///
  /// A record may begin before the command is confirmed. Calls of one minute share a request.
  func records(of call: TrackedCall) -> ListCallRecords {
    let minute = (call.beganAt.wholeSeconds / 60 - 1) * 60
    let start = max(ledger.start, Timestamp(nanoseconds: minute * 1_000_000_000))
    return ListCallRecords(start: settings.zone.format(start))
  }

  /// Waits for a snapshot and lets the ledger see it.
  ///
  /// - Parameter due: when it is wanted; now where it is nil, and then no other wait's will do.
  func sample(
    _ keys: [WatchKey], due: Timestamp? = nil, isShareable: Bool = true
  ) async throws(RuntimeFailure) -> Snapshot {
    let snapshot = await poller.snapshot(
      of: Set(keys).sorted(), due: due ?? clock.now, isShareable: isShareable)
    guard let snapshot else { throw RuntimeProblem.interrupted.failure }
    try await throwIfExpired()
    if let error = snapshot.failure { throw TelephonyFailure.operation(error).failure }
    ledger.withBook { $0.observe(snapshot) }
    commandTracks.observe(snapshot)
    return snapshot
  }

  /// Ends a wait whose run is over, by the watchdog or by the user.
  func throwIfExpired() async throws(RuntimeFailure) {
    guard let expiry = environment.watchdog.expiry else { return }
    // A user's interruption may show here before it has come down to this task as cancellation.
    for _ in 0..<Interpreter.patience {
      await Task.yield()
      if Task.isCancelled { throw RuntimeProblem.interrupted.failure }
    }
    throw expiry.problem.failure
  }

  /// What has to be asked for to answer a state of a subject.
  ///
  /// - Parameter isWait: whether a call's end has to be seen, because nothing comes after it.
  func watchKeys(
    for subject: StateSubject, _ state: CallState, isWait: Bool
  ) -> [WatchKey] {
    let now = clock.now
    let call: TrackedCall?
    var keys: [WatchKey] = []
    switch subject {
    case .number(let number):
      keys.append(.endpoint(number))
      let live = ledger.withBook { $0.liveCall(with: number) }
      if live?.contains(outside: number) ?? false { keys.append(.trunks) }
      guard state == .ended || (isWait && live != nil && live?.handle.id == lastLeg?.callID)
      else { return keys }
      call = live ?? ledger.withBook { $0.latestCall(with: number) }
    case .call(let id):
      call = ledger.withBook { $0.call(id) }
    case .leg(let leg):
      call = ledger.withBook { $0.call(leg.callID) }
    }
    guard let call else { return keys }
    keys += call.allParties.compactMap(\.watchKey)
    if call.needsRecord(at: now) { keys.append(.records(records(of: call))) }
    return keys
  }

  /// Whether a state is true, by a snapshot; an end that is seen is noted.
  ///
  /// - Parameter isWait: whether it is to come, so that what was there before does not count.
  func answer(
    _ state: CallState, of subject: StateSubject, in snapshot: Snapshot, isWait: Bool
  ) -> StateAnswer {
    let records = snapshot.allRecords
    let beginLimit = settings.beginLimit
    let currentCallID = lastLeg?.callID ?? self.currentCallID
    let commandTracks = isWait ? commandTracks : nil
    return ledger.withBook { book in
      func table() -> StateTable {
        var table = StateTable(
          book: book, snapshot: snapshot, records: records, beginLimit: beginLimit,
          currentCallID: currentCallID)
        table.commandTracks = commandTracks
        return table
      }
      // The table shares the book: it is let go before the book changes, or all calls are copied.
      let ended = table().endedCalls
      for id in ended { book.change(id) { $0.isOver = true } }
      return table().answer(state, of: subject)
    }
  }

  /// What a value stands for where a state is asked of it.
  func subject(of value: Value) throws(RuntimeFailure) -> StateSubject {
    if case .reference(let reference) = value, case .call(let handle) = reference.content {
      return .call(handle.id)
    }
    guard let number = value.plainText, !number.isEmpty else {
      throw TelephonyFailure.noState(value: value).failure
    }
    return .number(number)
  }

  /// The extension that a number was perhaps meant to be.
  func unknownExtension(_ number: String) async -> RuntimeFailure {
    TelephonyFailure.unknownExtension(number, closest: await closestExtension(to: number)).failure
  }
}
