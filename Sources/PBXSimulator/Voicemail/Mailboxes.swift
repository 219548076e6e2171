import PBXModel

/// Messages and the boxes that they are in.
extension Switchboard {
  mutating func mark(_ request: MarkVoicemail) throws(PBXError) {
    try request.validate()
    throw MarkVoicemail.unsupported
  }
}
