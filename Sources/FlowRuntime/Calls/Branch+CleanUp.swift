import PBXModel

/// Leaving nothing behind.
extension Branch {
  /// Undoes what the test began, whoever of its branches did.
  ///
  /// Its faults are ended first, which would happen to the clean-up as well; then consultations are
  /// cancelled, every party of its calls is hung up, and phones behave as before.
  ///
  /// What is gone already is no error. Who was busy before the test is left alone and reported.
  package func leaveNothingBehind(
    telling tell: (String) -> Void = { _ in }
  ) async -> [String] {
    var reports: [String] = []
    if let report = await endFaults() { reports.append(report) }
    await cancelConsultations(tell)
    reports += await hangUpCalls(tell)
    if let report = await restorePhones(tell) { reports.append(report) }
    return reports
  }

  private func endFaults() async -> String? {
    guard let lab = environment.lab, ledger.withBook({ $0.hasSetFaults }) else { return nil }
    do {
      try await lab.clearFaults()
      ledger.withBook { $0.hasSetFaults = false }
      return nil
    } catch {
      return "the faults could not be ended: \(error)"
    }
  }

  private func cancelConsultations(_ tell: (String) -> Void) async {
    let open = ledger.withBook { book in
      book.calls.compactMap { call in
        call.isOver ? nil : call.openConsultation.map { (call.handle.id, $0.transferer) }
      }
    }
    for (id, transferer) in open where !ledger.withBook({ $0.wasBusyBefore(transferer) }) {
      do {
        try await environment.service.cancelAttendedTransfer(
          CancelAttendedTransfer(extension: transferer))
        tell("canceled the consultation of \(transferer)")
      } catch {
        // A refusal says that it is over already.
      }
      ledger.withBook { book in book.change(id) { $0.consultation?.stage = .cancelled } }
    }
  }

  /// Hangs up until two looks in a row find everybody idle: a call that was only just taken may
  /// not have a channel yet.
  private func hangUpCalls(_ tell: (String) -> Void) async -> [String] {
    let parties = partiesToLeave()
    guard !parties.isEmpty else { return [] }
    let deadline = clock.now.advanced(by: settings.cleanUpLimit)
    var quietLooks = 0
    var told: Set<String> = []
    var look = CleanUpLook()
    while true {
      look = await self.look(at: parties)
      if look.busy.isEmpty, look.failure == nil { quietLooks += 1 } else { quietLooks = 0 }
      if quietLooks >= 2 { break }
      for number in look.busy {
        let isDone = (try? await environment.service.hangup(.init(extension: number))) != nil
        if isDone, told.insert(number).inserted { tell("hung up \(number)") }
      }
      guard clock.now < deadline, (try? await clock.sleep(for: settings.pollInterval)) != nil
      else { break }
    }
    ledger.withBook { book in
      for call in book.calls where quietLooks >= 2 {
        book.change(call.handle.id) { $0.isOver = true }
      }
    }
    return look.reports
  }

  /// Everybody who was in a call that is not known to be over, once, in the order they came.
  private func partiesToLeave() -> [CallParty] {
    let calls = ledger.withBook { book in book.calls.filter { !$0.isOver } }
    var parties: [CallParty] = []
    for party in calls.flatMap(\.everybody) where party.role != .application {
      if !parties.contains(where: { $0.number == party.number }) { parties.append(party) }
    }
    return parties
  }

  private func look(at parties: [CallParty]) async -> CleanUpLook {
    var look = CleanUpLook()
    let round = poller.lastRound
    let hasOutsiders = parties.contains { $0.role == .outside }
    do {
      for party in parties where party.role == .extension {
        guard let status = try await environment.service.endpoint(party.number) else { continue }
        let sample = PartySample(status, round: round, askedAt: clock.now)
        if !sample.isQuiet { note(party.number, sample.state.rawValue, in: &look) }
      }
      if hasOutsiders {
        let trunks = try await environment.service.allTrunks()
        for party in parties where party.role == .outside {
          noteOutside(party, trunks, in: &look)
        }
      }
    } catch {
      look.failure = error
    }
    return look
  }

  private func note(_ number: String, _ state: String, in look: inout CleanUpLook) {
    if ledger.withBook({ $0.wasBusyBefore(number) }) {
      look.strangers.append("\(number) was busy before the test and is left as it is")
    } else {
      look.busy.append(number)
      look.states.append("\(number) is still `\(state)`")
    }
  }

  /// An outside end goes on as long as its trunk has more channels than before.
  private func noteOutside(
    _ party: CallParty, _ trunks: [TrunkStatus], in look: inout CleanUpLook
  ) {
    for status in trunks {
      guard let trunk = party.trunks.first(where: { $0.name == status.endpoint }),
        status.channelCount > trunk.track.channelsElsewhere
      else { continue }
      look.busy.append(party.number)
      look.states.append("\(party.number) is still on trunk `\(trunk.name)`")
      return
    }
  }

  private func restorePhones(_ tell: (String) -> Void) async -> String? {
    guard let lab = environment.lab, ledger.withBook({ $0.hasSteeredPhones }) else { return nil }
    do {
      try await lab.restoreBehaviors()
      ledger.withBook { $0.hasSteeredPhones = false }
      tell("phones behave as before")
      return nil
    } catch {
      return "the phones' behaviour could not be put back: \(error)"
    }
  }
}

/// What one look at the parties of the test's calls found.
private struct CleanUpLook {
  /// Not idle, and to be hung up.
  var busy: [String] = []
  /// The same, in words.
  var states: [String] = []
  /// Reports on who was busy before the test.
  var strangers: [String] = []
  /// Why nothing could be read.
  var failure: PBXError?

  var reports: [String] {
    strangers + states
      + (failure.map { ["the status could not be read, calls may be left: \($0)"] } ?? [])
  }
}
