import PBXModel

/// Music for the peer, by the API and by the phone.
extension Switchboard {
  mutating func hold(_ request: Hold) throws(PBXError) {
    try request.validate()
    throw Hold.unsupported
  }

  mutating func unhold(_ request: Unhold) throws(PBXError) {
    try request.validate()
    throw Unhold.unsupported
  }
}
