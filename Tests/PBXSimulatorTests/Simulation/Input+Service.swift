import PBXModel
import PBXSimulator

extension Input {
  /// Asks for it as whoever uses a PBX would: an operation by its API, the rest of the lab.
  func ask(_ service: some PBXService, _ lab: some LabService) async throws(PBXError) {
    if let operation {
      try await Self.perform(operation, on: service)
      return
    }
    switch self {
    case .setBehavior(let behavior, let number):
      try await lab.setBehavior(behavior, of: number)
    case .perform(let action, let number): try await lab.perform(action, at: number)
    case .incoming(let call): _ = try await lab.placeIncomingCall(call)
    case .phoneDials(let from, let to): _ = try await lab.dial(to, from: from)
    case .restoreBehaviors: try await lab.restoreBehaviors()
    default: break
    }
  }

  private static func perform(
    _ operation: some PBXOperation, on service: some PBXService
  ) async throws(PBXError) {
    _ = try await operation.perform(on: service)
  }

  private var operation: (any PBXOperation)? {
    switch self {
    case .dial(let operation): operation
    case .transfer(let operation): operation
    case .cancelAttendedTransfer(let operation): operation
    case .hangup(let operation): operation
    case .hold(let operation): operation
    case .unhold(let operation): operation
    case .park(let operation): operation
    case .unpark(let operation): operation
    case .redirect(let operation): operation
    case .pickUp(let operation): operation
    case .barge(let operation): operation
    case .monitor(let operation): operation
    case .whisper(let operation): operation
    case .playOnHandset(let operation): operation
    case .logInAgent(let operation): operation
    case .logOutAgent(let operation): operation
    case .pauseAgent(let operation): operation
    case .markVoicemail(let operation): operation
    case .advance, .incoming, .perform, .phoneDials, .restoreBehaviors, .setBehavior: nil
    }
  }
}
