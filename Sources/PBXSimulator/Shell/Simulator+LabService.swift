package import PBXModel

extension Simulator: LabService {
  package func setBehavior(
    _ behavior: PhoneBehavior, of number: String
  ) async throws(PBXError) {
    _ = try react(to: .setBehavior(behavior, number: number)).get()
  }

  package func perform(_ action: PhoneAction, at number: String) async throws(PBXError) {
    _ = try react(to: .perform(action, number: number)).get()
  }

  package func dial(_ number: String, from phone: String) async throws(PBXError) -> String {
    try uniqueid(of: .phoneDials(from: phone, to: number), for: DialByPhone.name)
  }

  package func placeIncomingCall(_ call: IncomingCall) async throws(PBXError) -> String {
    try uniqueid(of: .incoming(call), for: PlaceIncomingCall.name)
  }

  package func audio(of number: String) async throws(PBXError) -> Audio {
    try ask { (board) throws(PBXError) in try board.audio(of: number) }
  }

  package func inject(_ fault: Fault) async throws(PBXError) {
    if let flaw = fault.flaw { throw InjectFault.refused(flaw) }
    switch fault.effect {
    case .droppedPush where fault.times == nil && fault.chance == nil && fault.span == nil:
      billing.dropSockets()
      return
    case .refusal, .page, .disconnection, .delay, .expiredToken, .networkDown, .droppedPush,
      .duplicatedPush, .delayedPush:
      break
    }
    guard faults.inject(fault) else {
      throw PBXError(
        operation: InjectFault.name,
        cause: .lab("\(FaultPlan.limit) faults hold already; clear them first"))
    }
    dropSocketsWithNetwork()
  }

  /// No socket outlives a network that goes down.
  private func dropSocketsWithNetwork() {
    if faults.isNetworkDown { billing.dropSockets() }
  }

  package func clearFaults() async throws(PBXError) {
    faults.clear()
    _ = react(to: .advance)
  }

  package func restoreBehaviors() async throws(PBXError) {
    faults.restore()
    dropSocketsWithNetwork()
    _ = try react(to: .restoreBehaviors).get()
  }

  package func labTime() async throws(PBXError) -> LabTime {
    LabTime(clock is any AdvancingClock ? .virtual : .real, now: clock.now)
  }

  package func advance(by duration: Duration) async throws(PBXError) -> LabTime {
    guard let clock = clock as? any AdvancingClock else {
      throw AdvanceTime.refused("time passes by itself here; nothing can hurry it")
    }
    await clock.advance(by: duration)
    _ = react(to: .advance)
    return LabTime(.virtual, now: clock.now)
  }
}
