import PBXModel

/// Playing a recording on a phone.
extension Switchboard {
  mutating func playOnHandset(_ request: PlayOnHandset) throws(PBXError) {
    try request.validate()
    throw PlayOnHandset.unsupported
  }
}
