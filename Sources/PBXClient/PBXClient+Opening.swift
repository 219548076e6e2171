package import PBXModel
import RealWorld

extension PBXClient {
  /// Runs a body with a client on the wall's clock, and closes its connections at the end.
  ///
  /// - Throws: what the body throws; `PBXError` where the certificates to trust cannot be read.
  public static func withClient<R: Sendable>(
    _ configuration: Configuration, _ body: (PBXClient) async throws -> R
  ) async throws -> R {
    try await withClient(
      configuration, clock: WallClock(), random: SystemRandom.number, body)
  }

  /// Runs a body with a client on the network, and closes its connections at the end.
  ///
  /// - Parameters:
  ///   - random: 64 random bits each time.
  ///   - observer: is told of every HTTP call, without secrets.
  package static func withClient<R: Sendable>(
    _ configuration: Configuration, clock: any PBXClock,
    random: @escaping @Sendable () -> UInt64,
    observer: (@Sendable (HTTPExchange) -> Void)? = nil,
    _ body: (PBXClient) async throws -> R
  ) async throws -> R {
    let transport = try AsyncHTTPTransport(configuration)
    let client = PBXClient(
      configuration: configuration, transport: transport, clock: clock, random: random,
      observer: observer)
    do {
      let result = try await body(client)
      try? await transport.shutDown()
      return result
    } catch {
      try? await transport.shutDown()
      throw error
    }
  }
}
