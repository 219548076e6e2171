import FlowDiagnostics
package import PBXModel

/// What commands do to the PBX and to the ledger.
extension Branch {
  /// Samples the parties of a command that begins something, before it does, and keeps what is
  /// known of others.
  package func sampleBefore(_ numbers: [String]) async throws(RuntimeFailure) -> Before {
    var before = Before()
    for number in numbers where !before.endpoints.contains(where: { $0.number == number }) {
      let askedAt = clock.now
      let status = try await ask { (service) async throws(PBXError) in
        try await service.endpoint(number)
      }
      let sample = status.map { PartySample($0, round: 0, askedAt: askedAt) }
      before.endpoints.append((number, sample))
      ledger.withBook { $0.note(sample, of: number) }
    }
    if before.endpoints.contains(where: { $0.sample == nil }) {
      let askedAt = clock.now
      let trunks = try await ask { (service) async throws(PBXError) in
        try await service.allTrunks()
      }
      before.trunks = trunks.map {
        ($0.endpoint, PartySample($0, round: 0, askedAt: askedAt))
      }
    }
    before.known = ledger.withBook { $0.newestSamples }
    return before
  }

  /// Samples a party that a command is about to touch for the first time, so that the clean-up
  /// knows who was busy before.
  package func touch(_ number: String) async throws(RuntimeFailure) {
    guard !ledger.withBook({ $0.hasTouched(number) }) else { return }
    let askedAt = clock.now
    let status = try await ask { (service) async throws(PBXError) in
      try await service.endpoint(number)
    }
    let sample = status.map { PartySample($0, round: 0, askedAt: askedAt) }
    ledger.withBook { $0.note(sample, of: number) }
  }

  /// Runs an operation; where the PBX refuses, the numbers that it was about are looked up, so
  /// that a misspelt one is named.
  ///
  /// - Parameter remarks: what else is said where the PBX refuses.
  package func perform<Answer: Sendable>(
    naming numbers: [String], remarks: [String] = [],
    _ operation: (any PBXService) async throws(PBXError) -> Answer
  ) async throws(RuntimeFailure) -> Answer {
    do {
      return try await operation(environment.service)
    } catch {
      guard case .refused = error.cause else { throw TelephonyFailure.operation(error).failure }
      throw await failure(error, naming: numbers, remarks: remarks)
    }
  }

  /// Steers the phones; inconclusive where that cannot be done.
  ///
  /// - Parameter steers: whether the phones have to be put back afterwards.
  package func performInLab<Answer: Sendable>(
    naming numbers: [String], steers: Bool = true,
    _ operation: (any LabService) async throws(PBXError) -> Answer
  ) async throws(RuntimeFailure) -> Answer {
    guard let lab = environment.lab else { throw TelephonyFailure.noLab.failure }
    if steers { ledger.withBook { $0.hasSteeredPhones = true } }
    do {
      return try await operation(lab)
    } catch {
      guard case .lab = error.cause else { throw TelephonyFailure.operation(error).failure }
      throw await failure(error, naming: numbers)
    }
  }

  /// Lets something go wrong from now on; inconclusive where that cannot be done.
  package func inject(_ fault: Fault) async throws(RuntimeFailure) {
    // It may hold although nobody hears so, as where this is cancelled.
    ledger.withBook { $0.hasSetFaults = true }
    try await performInLab(naming: []) { (lab) async throws(PBXError) in
      try await lab.inject(fault)
    }
  }

  /// Reads from the PBX.
  func ask<Answer: Sendable>(
    _ operation: (any PBXService) async throws(PBXError) -> Answer
  ) async throws(RuntimeFailure) -> Answer {
    do {
      return try await operation(environment.service)
    } catch {
      throw TelephonyFailure.operation(error).failure
    }
  }

  /// What was refused, with what each number that is no extension was perhaps meant to be; the
  /// first of them is to blame.
  private func failure(
    _ error: PBXError, naming numbers: [String], remarks: [String] = []
  ) async -> RuntimeFailure {
    let known = await extensions() ?? []
    let misspelt = numbers.compactMap { number -> (number: String, closest: String)? in
      guard !known.contains(number) else { return nil }
      return Spelling.closest(to: number, among: known).map { (number, $0) }
    }
    let notes = misspelt.map { number, closest in
      "`\(number)` is no extension of this PBX, did you mean `\(closest)`?"
    }
    return TelephonyFailure.operation(
      error, notes: notes + remarks, culprit: misspelt.first.map { .number($0.number) }
    ).failure
  }

  /// The extension that a number was perhaps meant to be; nil where none is near.
  func closestExtension(to number: String) async -> String? {
    guard let known = await extensions() else { return nil }
    return Spelling.closest(to: number, among: known)
  }

  /// The numbers of the PBX's extensions; nil where they cannot be read.
  private func extensions() async -> [String]? {
    guard let rows = try? await environment.service.allEndpoints() else { return nil }
    return rows.map(\.endpoint)
  }
}

// What a confirmed command changed.
extension Branch {
  /// A call that the PBX has taken; it becomes the current one.
  package func beginCall(
    from caller: String, to destination: String, uniqueid: String, before: Before
  ) -> Value {
    let round = poller.lastRound
    let now = clock.now
    return begin(
      ledger.withBook { book in
        book.begin(
          extension: caller, destination: destination, uniqueid: uniqueid, at: now,
          parties: [
            before.party(caller, after: round), before.party(destination, after: round),
          ])
      }, before)
  }

  /// A call from outside; the destination acts in it.
  package func beginIncomingCall(
    from caller: String, to destination: String, via trunk: String?, uniqueid: String,
    before: Before
  ) -> Value {
    let round = poller.lastRound
    let now = clock.now
    return begin(
      ledger.withBook { book in
        book.begin(
          extension: destination, destination: destination, caller: caller, uniqueid: uniqueid,
          at: now,
          parties: [
            before.party(caller, over: trunk, after: round),
            before.dialledParty(destination, after: round),
          ])
      }, before)
  }

  /// A phone that is rung by itself, to listen: a call of the test's, but not the current one.
  package func beginLeg(of number: String, to target: String, before: Before) {
    let party = before.party(number, after: poller.lastRound)
    let now = clock.now
    let handle = ledger.withBook { book in
      book.begin(
        extension: number, destination: target, uniqueid: nil, at: now, parties: [party])
    }
    noteLeg(.call(handle.id), before)
  }

  private func begin(_ handle: CallHandle, _ before: Before) -> Value {
    currentCallID = handle.id
    noteLeg(.call(handle.id), before)
    return .call(handle)
  }

  /// What a call-making command began, and what was known before it.
  private func noteLeg(_ leg: Leg, _ before: Before) {
    lastLeg = leg
    commandTracks = CommandTracks(known: before.known, lastRound: poller.lastRound)
  }

  /// A blind transfer: who acted has left, and the target is rung.
  package func handOn(from actor: Party, to target: String, before: Before) {
    let party = before.party(target, after: poller.lastRound)
    noteLeg(
      .target(callID: replace(actor, with: party), number: target, since: clock.now), before)
  }

  /// A transfer into an application, under the name that the script gives it: who acted has left.
  package func handOn(from actor: Party, toApplication application: String, before: Before) {
    let party = CallParty(application: application)
    noteLeg(
      .target(callID: replace(actor, with: party), number: application, since: clock.now), before)
  }

  private func replace(_ actor: Party, with target: CallParty) -> Int {
    let id = callID(of: actor, with: target.number)
    ledger.withBook { book in book.change(id) { $0.replace(actor.number, with: target) } }
    return id
  }

  /// An attended transfer: the target is rung for a consultation.
  package func beginConsultation(of actor: Party, with target: String, before: Before) {
    let party = before.party(target, after: poller.lastRound)
    let now = clock.now
    let id = callID(of: actor, with: target)
    ledger.withBook { book in
      book.change(id) { call in
        call.consultation = .init(
          transferer: actor.number, target: party, beganAt: now, stage: .open)
      }
    }
    noteLeg(.consultation(callID: id, since: now), before)
  }

  /// The first call is back.
  package func cancelConsultation(of actor: Party) {
    ledger.withBook { book in
      for call in book.calls where call.openConsultation?.transferer == actor.number {
        book.change(call.handle.id) { $0.consultation?.stage = .cancelled }
      }
    }
  }

  package func hangUp(_ party: Party) {
    ledger.withBook { book in
      guard let id = party.callID ?? book.liveCall(with: party.number)?.handle.id else { return }
      book.change(id) { $0.hangUp(party.number) }
    }
  }

  /// The call that a party acts in; one that the test did not begin is taken up from here.
  private func callID(of actor: Party, with target: String) -> Int {
    let now = clock.now
    let round = poller.lastRound
    return ledger.withBook { book in
      if let id = actor.callID { return id }
      if let call = book.liveCall(with: actor.number) { return call.handle.id }
      let before = book.firstSamples.first { $0.number == actor.number }?.sample
      let party = CallParty(
        extension: actor.number, track: PartyTrack(before: before, round: round))
      return book.begin(
        extension: actor.number, destination: target, uniqueid: nil, at: now, parties: [party]
      ).id
    }
  }

  /// Who stands for a call: the extension that acts in it, or one that is in it now.
  func standIn(forCall id: Int) throws(RuntimeFailure) -> Party {
    guard let call = ledger.withBook({ $0.call(id) }) else {
      throw TelephonyFailure.noActingExtension(call: "the call").failure
    }
    let present = call.parties.filter { $0.role != .application }
    let acting = present.first { $0.number == call.handle.extension }
    let party = acting ?? present.first { $0.role == .extension } ?? present.first
    guard let party else {
      throw TelephonyFailure.noActingExtension(call: call.name).failure
    }
    return Party(number: party.number, callID: id)
  }
}
