/// The states that an agent can be set to: the API's `paused`.
public enum PauseCode: Int, Hashable, Sendable, CaseIterable {
  case ready = 0
  case privateBreak = 4
  case business = 5
  case custom1 = 11
  case custom2 = 12
  case custom3 = 13

  static let documentation =
    "0 ready, 4 private break, 5 business break, 11, 12 and 13 states of one's own."
  static let values = allCases.map { String($0.rawValue) }
}

extension OperationParameters {
  /// A state of an agent, nil where it is missing; throws where it is none.
  func pauseCode(_ name: String) throws(PBXError) -> PauseCode? {
    try optionalNumber(name, in: 0...Int.max).flatMap(PauseCode.init(rawValue:))
  }

  /// A state of an agent; throws where it is missing or none.
  func requiredPauseCode(_ name: String) throws(PBXError) -> PauseCode {
    guard let code = try pauseCode(name) else { throw invalid("`\(name)` is required") }
    return code
  }
}
