import PBXClient
import PBXModel
import Testing
import VirtualTime

/// A client on a stub, with the settings that tests use.
enum Bench {
  static let secret = "client/secret\"1"
  static let password = "correct horse"

  static let credentials = Credentials(
    clientID: "4", clientSecret: secret, username: "qa", password: password)

  static func configuration(
    _ address: String = "https://pbx.example:8443"
  ) throws -> PBXClient.Configuration {
    PBXClient.Configuration(
      address: try #require(PBXAddress(address)), credentials: credentials)
  }

  static func client(
    _ transport: any HTTPTransport, clock: any PBXClock = SteppedClock(),
    observer: (@Sendable (HTTPExchange) -> Void)? = nil
  ) throws -> PBXClient {
    PBXClient(
      configuration: try configuration(), transport: transport, clock: clock, random: { 1 << 63 },
      observer: observer)
  }

  /// A client whose PBX gives out a token and answers calls as a closure does.
  static func client(
    clock: any PBXClock = SteppedClock(), answering respond: @escaping StubTransport.Answer
  ) throws -> (PBXClient, StubTransport) {
    let stub = StubTransport { (request) async throws(TransportFailure) in
      request.isForToken ? .token("token") : try await respond(request)
    }
    return (try client(stub, clock: clock), stub)
  }
}
