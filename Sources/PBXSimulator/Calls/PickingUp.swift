import PBXModel

/// Answering another phone's ringing call.
extension Switchboard {
  mutating func pickUp(_ request: PickUp) throws(PBXError) {
    try request.validate()
    throw PickUp.unsupported
  }
}
