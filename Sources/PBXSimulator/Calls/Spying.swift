import PBXModel

/// Listening to a call, and speaking into it.
extension Switchboard {
  mutating func barge(_ request: Barge) throws(PBXError) {
    try request.validate()
    throw Barge.unsupported
  }

  mutating func monitor(_ request: Monitor) throws(PBXError) {
    try request.validate()
    throw Monitor.unsupported
  }

  mutating func whisper(_ request: Whisper) throws(PBXError) {
    try request.validate()
    throw Whisper.unsupported
  }
}
