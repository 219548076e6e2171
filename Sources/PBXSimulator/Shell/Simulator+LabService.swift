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

  package func placeIncomingCall(_ call: IncomingCall) async throws(PBXError) -> String {
    try uniqueid(of: .incoming(call), for: "lab/incoming")
  }

  package func restoreBehaviors() async throws(PBXError) {
    _ = try react(to: .restoreBehaviors).get()
  }
}
