import PBXModel

/// Agents who sign in and out, and take breaks.
extension Switchboard {
  mutating func logIn(_ request: LogInAgent) throws(PBXError) {
    try request.validate()
    throw LogInAgent.unsupported
  }

  mutating func logOut(_ request: LogOutAgent) throws(PBXError) {
    try request.validate()
    throw LogOutAgent.unsupported
  }

  mutating func pause(_ request: PauseAgent) throws(PBXError) {
    try request.validate()
    throw PauseAgent.unsupported
  }
}
