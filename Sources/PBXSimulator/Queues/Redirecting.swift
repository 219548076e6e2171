import PBXModel

/// Answering a waiting caller out of a queue.
extension Switchboard {
  /// Sends who waits in a queue with a number on to an extension; of several, who came first.
  ///
  /// The caller has left the queue at once, whether the extension answers or not. Throws the codes
  /// of `call/redirect`.
  mutating func redirect(_ request: Redirect) throws(PBXError) {
    try request.validate()
    guard let id = queueing.callersByNumber[request.dest]?.first else {
      throw Redirect.failed("\(request.dest) waits in no queue")
    }
    guard let contact = phones[request.extension]?.contact, contact != .missing,
      let destination = dialplan.destination(of: request.extension)
    else {
      throw Redirect.failed("there is no extension \(request.extension)")
    }
    stopWaiting(id, wasTaken: false)
    channels[id]?.application = .none
    renewRecord(of: id)
    schedule(.proceed(id, destination), after: Latency.dialplan)
  }
}
