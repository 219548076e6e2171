package import PBXModel
import RealTime

extension PBXClient {
  /// Runs a body with a client on the wall's clock, and closes its connections at the end.
  ///
  /// - Throws: what the body throws; `PBXError` where the certificates to trust cannot be read.
  public static func withClient<R: Sendable>(
    _ configuration: Configuration, _ body: (PBXClient) async throws -> R
  ) async throws -> R {
    try await withClient(
      configuration, clock: WallClock(),
      jitter: {
        // The last digits of a clock: as good as chance for keeping clients apart.
        Double(SystemTime.monotonicNanoseconds() / 100 % 1000) / 1000
      }, body)
  }

  /// Runs a body with a client on the network, and closes its connections at the end.
  ///
  /// - Parameters:
  ///   - jitter: from 0 to 1, another one each time.
  ///   - observer: is told of everything that goes over the network, without secrets.
  package static func withClient<R: Sendable>(
    _ configuration: Configuration, clock: any PBXClock,
    jitter: @escaping @Sendable () -> Double,
    observer: (@Sendable (HTTPExchange) -> Void)? = nil,
    _ body: (PBXClient) async throws -> R
  ) async throws -> R {
    let transport = try AsyncHTTPTransport(configuration)
    let client = PBXClient(
      configuration: configuration, transport: transport, clock: clock, jitter: jitter,
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
