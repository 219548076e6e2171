import PBXModel

/// Parked calls.
extension Switchboard {
  mutating func park(_ request: Park) throws(PBXError) {
    try request.validate()
    throw Park.unsupported
  }

  mutating func unpark(_ request: Unpark) throws(PBXError) {
    try request.validate()
    throw Unpark.unsupported
  }
}
