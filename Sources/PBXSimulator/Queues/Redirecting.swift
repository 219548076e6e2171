import PBXModel

/// Answering a waiting caller out of a queue.
extension Switchboard {
  mutating func redirect(_ request: Redirect) throws(PBXError) {
    try request.validate()
    throw Redirect.unsupported
  }
}
