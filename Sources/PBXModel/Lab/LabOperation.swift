/// An operation of a lab: `/lab/v1/…`, in the manner of the PBX's own API.
public protocol LabOperation: APIOperation {
  /// Asks a lab to do it.
  func perform(on lab: some LabService) async throws(PBXError) -> Answer
}

extension LabOperation {
  /// Below the address itself, without the API's base path: `/lab/v1/advance`.
  public static var path: String {
    "/" + name.replacing("lab/", with: "lab/v1/", maxReplacements: 1)
  }
  public static var parameterError: APIErrorCode? { nil }
  public static var failure: APIErrorCode? { nil }

  /// That a lab cannot do it, and why.
  package static func refused(_ reason: String) -> PBXError {
    PBXError(operation: name, cause: .lab(reason))
  }
}

/// The registry of the lab's operations: one sorted line each.
package enum LabOperations {
  package static let all: [any LabOperation.Type] = [
    AdvanceTime.self,
    ClearFaults.self,
    DialByPhone.self,
    InjectFault.self,
    PerformPhoneAction.self,
    PlaceIncomingCall.self,
    ReadAudio.self,
    ReadLabTime.self,
    RestoreBehaviors.self,
    SetPhoneBehavior.self,
  ]
}

extension OperationField {
  /// A time in milliseconds.
  static func milliseconds(_ name: String, _ documentation: String) -> OperationField {
    optional(name, .number, documentation)
  }
}

extension OperationParameters {
  /// A duration in milliseconds, none where it is missing.
  func milliseconds(_ name: String) throws(PBXError) -> Duration {
    .milliseconds(try optionalNumber(name, in: 0...1_000_000_000_000) ?? 0)
  }
}

extension Duration {
  /// As a parameter in whole milliseconds, what is finer cut off.
  var millisecondsValue: JSONValue { .integer(Int(nanoseconds / 1_000_000)) }
}
