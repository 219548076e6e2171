public import PBXModel

extension PBXClient: LabService {
  public func setBehavior(_ behavior: PhoneBehavior, of number: String) async throws(PBXError) {
    _ = try await send(SetPhoneBehavior(number: number, behavior: behavior))
  }

  public func perform(_ action: PhoneAction, at number: String) async throws(PBXError) {
    _ = try await send(PerformPhoneAction(number: number, action: action))
  }

  public func dial(_ number: String, from phone: String) async throws(PBXError) -> String {
    try await send(DialByPhone(number: phone, dest: number)).uniqueid
  }

  public func placeIncomingCall(_ call: IncomingCall) async throws(PBXError) -> String {
    try await send(PlaceIncomingCall(call: call)).uniqueid
  }

  public func audio(of number: String) async throws(PBXError) -> Audio {
    try await send(ReadAudio(number: number))
  }

  public func inject(_ fault: Fault) async throws(PBXError) {
    _ = try await send(InjectFault(fault: fault))
  }

  public func clearFaults() async throws(PBXError) {
    _ = try await send(ClearFaults())
  }

  public func restoreBehaviors() async throws(PBXError) {
    _ = try await send(RestoreBehaviors())
  }

  public func labTime() async throws(PBXError) -> LabTime {
    try await send(ReadLabTime())
  }

  public func advance(by duration: Duration) async throws(PBXError) -> LabTime {
    try await send(AdvanceTime(duration: duration))
  }
}
