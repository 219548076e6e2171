/// What carries requests to a PBX and brings the answers: a network, or a test's stand-in.
package protocol HTTPTransport: Sendable {
  /// Carries one request, once: neither follows a redirect nor repeats anything.
  ///
  /// The time-outs are the transport's. Cancelling the task ends the request on the wire.
  func answer(to request: HTTPRequest) async throws(TransportFailure) -> HTTPAnswer

  /// The same, but the body of an answer of status 200 is left to be read part by part.
  func stream(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPStream
}
