import Glibc
import HummingbirdCore
import HummingbirdTLS
package import Logging
import NIOCore
import NIOPosix
import NIOSSL
package import PBXModel
import ServiceLifecycle

/// Serves a `PBXService` as the HTTP API, with tokens, recordings and the billing push.
package struct PBXServer: Sendable {
  /// Where the API lies.
  package static let basePath = "/dscom-api/public"

  let service: any PBXService
  private let lab: (any LabService)?
  private let faults: (any FaultSource)?
  let configuration: Configuration
  private let clock: any PBXClock
  private let tokens: TokenOffice
  let logger: Logger

  /// - Parameters:
  ///   - lab: offered under `/lab/v1`; nil where there is none.
  ///   - faults: what goes wrong on the way to the service, though never to the lab or to tokens.
  ///   - clock: what tokens expire by; always real, whatever time the service keeps.
  ///   - randomBytes: so many bytes that nobody can guess.
  package init(
    service: any PBXService, lab: (any LabService)?, faults: (any FaultSource)? = nil,
    accounts: Accounts, configuration: Configuration, clock: any PBXClock,
    randomBytes: @escaping @Sendable (Int) -> [UInt8], logger: Logger
  ) {
    self.service = service
    self.lab = lab
    self.faults = faults
    self.configuration = configuration
    self.clock = clock
    self.logger = logger
    tokens = TokenOffice(
      accounts: accounts, configuration: configuration, clock: clock, randomBytes: randomBytes)
  }

  /// Serves until cancelled or gracefully shut down; tells the bound ports once it listens.
  ///
  /// Throws `ServingError` where it cannot begin.
  package func run(
    onListening: @escaping @Sendable (_ port: Int, _ pushPort: Int) async -> Void
  ) async throws {
    let responder = Responder(
      service: service, lab: lab, recordings: try recordingSource(), tokens: tokens,
      limits: configuration.limits, faults: faults.map { FaultyWay(source: $0, clock: clock) })
    let tls = try tlsConfiguration()
    let ports = ListeningPorts(hasOwnPush: configuration.pushPort != nil, then: onListening)
    try await withThrowingTaskGroup(of: Void.self) { group in
      let hasOwnPush = configuration.pushPort != nil
      group.addTask {
        try await serve(
          on: configuration.port, isAPI: true, hasPush: !hasOwnPush, responder, tls, ports)
      }
      if let pushPort = configuration.pushPort {
        group.addTask {
          try await serve(
            on: pushPort, isAPI: false, hasPush: true, responder, tls, ports)
        }
      }
      // Where one cannot listen the other need not.
      while try await group.next() != nil {}
    }
  }

  private func serve(
    on port: Int, isAPI: Bool, hasPush: Bool, _ responder: Responder, _ tls: TLSConfiguration?,
    _ ports: ListeningPorts
  ) async throws {
    let route = hasPush ? PushRoute(tokens: tokens) : nil
    let exchange = Exchange(
      responder: isAPI ? responder : nil, push: route, faults: faults, clock: clock,
      logger: logger)
    let channel = HTTPPushChannel(
      responder: { request, writer, _ in
        let response = try await exchange.answer(to: request)
        try await writer.write(response: response.head, body: response.body)
      },
      limits: configuration.limits, route: route,
      pusher: BillingPusher(
        service: service, backlog: configuration.limits.pushBacklog, logger: logger),
      refusal: exchange.refusal, faults: faults)
    let address = configuration.address
    let quiet = Self.quiet(logger)
    let settings = ServerConfiguration(
      address: .hostname(address, port: port),
      availableConnectionsDelegate: .maximum(configuration.limits.connections, logger: quiet))
    let onRunning: @Sendable (any Channel) async -> Void = { channel in
      await ports.note(channel.localAddress?.port ?? port, isAPI: isAPI)
    }
    let group = MultiThreadedEventLoopGroup.singleton
    do {
      let server: any Service =
        if let tls {
          try TLSChannel(channel, tlsConfiguration: tls).server(
            configuration: settings, onServerRunning: onRunning, eventLoopGroup: group,
            logger: quiet)
        } else {
          channel.server(
            configuration: settings, onServerRunning: onRunning, eventLoopGroup: group,
            logger: quiet)
        }
      try await server.run()
    } catch let error as IOError {
      throw ServingError.cannotListen(
        address: address, port: port, reason: String(cString: strerror(error.errnoCode)))
    } catch let error as SocketAddressError.UnknownHost {
      throw ServingError.cannotListen(
        address: address, port: port, reason: error.errorDescription)
    } catch let error as SocketAddressError {
      throw ServingError.cannotListen(address: address, port: port, reason: "\(error)")
    }
  }
}
