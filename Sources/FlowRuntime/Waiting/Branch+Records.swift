import PBXModel

/// Waits for call records.
extension Branch {
  package func beginRecordWait(
    of call: Value?, within limit: Duration?
  ) async throws(RuntimeFailure) {
    var callID: Int?
    if let call {
      guard case .reference(let reference) = call, case .call(let handle) = reference.content
      else {
        throw TelephonyFailure.operandKind(
          slot: "of", value: call,
          expected: "a call kept in a variable, such as `let first = dial …`,"
        ).failure
      }
      callID = handle.id
    }
    let start = clock.now
    let used = limit ?? settings.waitLimit
    let awaited = ledger.withBook { book in callID.flatMap { book.call($0) } }
    recordWait = RecordWait(
      callID: callID, request: awaited.map(records(of:)) ?? ownRecords,
      deadline: start.advanced(by: used),
      limitText: WaitText.limit(used, isDefault: limit == nil), due: start)
  }

  package func nextRecord() async throws(RuntimeFailure) -> Value {
    while var wait = recordWait {
      if !wait.candidates.isEmpty {
        let (identity, record) = wait.candidates.removeFirst()
        wait.offered.insert(identity)
        wait.last = identity
        recordWait = wait
        return .record(record)
      }
      guard let due = wait.due else {
        recordWait = nil
        throw TelephonyFailure.noRecord(limit: wait.limitText, seen: Self.seen(by: wait)).failure
      }
      let snapshot: Snapshot
      do {
        snapshot = try await sample([.records(wait.request)], due: due)
      } catch {
        recordWait = nil
        throw error.interrupted(having: Self.seen(by: wait))
      }
      collect(snapshot.records(wait.request) ?? [], into: &wait)
      wait.due =
        snapshot.askedAt >= wait.deadline
        ? nil
        : min(snapshot.askedAt.advanced(by: settings.pollInterval), wait.deadline)
      recordWait = wait
    }
    throw RuntimeProblem.interrupted.failure
  }

  package func takeRecord() {
    if let identity = recordWait?.last {
      ledger.withBook { _ = $0.takenRecords.insert(identity) }
    }
    recordWait = nil
  }

  private func collect(_ records: [CallRecord], into wait: inout RecordWait) {
    let sorted = Self.inOrder(records)
    let identities = RecordIdentity.identities(of: sorted)
    let book = ledger.withBook { $0 }
    wait.seenCount = 0
    wait.takenCount = 0
    let matcher = RecordMatcher(of: wait.callID, in: book, zone: settings.zone)
    for (identity, record) in zip(identities, sorted) where matcher.matches(record) {
      wait.seenCount += 1
      if book.takenRecords.contains(identity) {
        wait.takenCount += 1
      } else if !wait.offered.contains(identity) {
        wait.candidates.append((identity, record))
      }
    }
  }

  /// By the row's id where every record has one, else as the PBX listed them.
  private static func inOrder(_ records: [CallRecord]) -> [CallRecord] {
    guard records.allSatisfy({ $0.integer("id") > 0 }) else { return records }
    return records.sorted { $0.integer("id") < $1.integer("id") }
  }

  private static func seen(by wait: RecordWait) -> [String] {
    switch (wait.seenCount, wait.takenCount) {
    case (0, _): ["no record of this test has come; a call is recorded when it ends"]
    case (let seen, 0): ["\(counted(seen)) of this test came, none that matches"]
    case (let seen, let taken):
      ["\(counted(seen)) of this test came, \(taken) taken by earlier waits, no other matches"]
    }
  }

  private static func counted(_ count: Int) -> String {
    count == 1 ? "1 record" : "\(count) records"
  }
}
