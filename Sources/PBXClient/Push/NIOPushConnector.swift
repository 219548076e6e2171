package import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket
import PBXModel

/// Opens connections of the billing push on SwiftNIO.
package struct NIOPushConnector: PushConnector {
  /// A message may be that long, in one frame or in fragments.
  package static let longestMessage = 4 << 20
  /// Bounds what a message of empty fragments costs.
  static let mostFragments = 4096

  private enum Outcome: Sendable {
    case opened(NIOPushSocket)
    case refused(EventLoopFuture<HTTPResponseStatus>)
  }

  private let group: any EventLoopGroup
  private let timeout: Duration
  private let tls = PushTLS()
  private let random: @Sendable () -> UInt64

  /// - Parameters:
  ///   - timeout: how long TCP, TLS and the upgrade may take together.
  ///   - random: gives the bits of the handshake's key and of the frames' masks.
  package init(
    group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
    timeout: Duration = .seconds(10), random: @escaping @Sendable () -> UInt64
  ) {
    self.group = group
    self.timeout = timeout
    self.random = random
  }

  package func connect(
    to address: PushAddress, certificateAuthority: String?, token: String
  ) async throws(PushFailure) -> any PushSocket {
    let tls = address.isSecure ? try self.tls.context(trusting: certificateAuthority) : nil
    let attempt = PushAttempt()
    do {
      let outcome = try await withTaskCancellationHandler {
        try await open(address, tls: tls, token: token, attempt: attempt)
      } onCancel: {
        attempt.abort(because: .cancelled)
      }
      switch outcome {
      case .opened(let socket):
        guard attempt.succeed() else { throw ChannelError.alreadyClosed }
        return socket
      case .refused(let status):
        let status = try await status.get()
        attempt.abort(because: .cancelled)
        throw status == .unauthorized
          ? PushFailure.tokenRefused : .refused(status: Int(status.code))
      }
    } catch let failure as PushFailure {
      throw failure
    } catch {
      if let reason = attempt.reason { throw reason }
      attempt.abort(because: .cancelled)
      throw PushFailure(error, to: address, hiding: token)
    }
  }

  private func open(
    _ address: PushAddress, tls: NIOSSLContext?, token: String, attempt: PushAttempt
  ) async throws -> Outcome {
    let time = TimeAmount(timeout)
    let upgrade = try await ClientBootstrap(group: group)
      .connectTimeout(time)
      .channelOption(.socketOption(.tcp_nodelay), value: 1)
      .connect(host: address.host, port: address.port) { channel in
        attempt.adopt(channel, for: time)
        return channel.eventLoop.makeCompletedFuture {
          if let tls {
            try channel.pipeline.syncOperations.addHandler(
              NIOSSLClientHandler(context: tls, serverHostname: address.serverName))
          }
          return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(
            configuration: configuration(for: address, token: token))
        }
      }
    return try await upgrade.get()
  }

  private func configuration(
    for address: PushAddress, token: String
  ) -> NIOUpgradableHTTPClientPipelineConfiguration<Outcome> {
    let random = random
    var generator = ClosureGenerator(random)
    let upgrader = NIOTypedWebSocketClientUpgrader<Outcome>(
      requestKey: NIOWebSocketClientUpgrader.randomRequestKey(using: &generator),
      maxFrameSize: Self.longestMessage, enableAutomaticErrorHandling: false,
      upgradePipelineHandler: { channel, _ in
        channel.eventLoop.makeCompletedFuture {
          .opened(try NIOPushSocket(on: channel, random: random))
        }
      })
    let head = HTTPRequestHead(
      version: .http1_1, method: .GET, uri: address.requestTarget(token: token),
      headers: ["Host": address.address.authority])
    var configuration = NIOUpgradableHTTPClientPipelineConfiguration(
      upgradeConfiguration: NIOTypedHTTPClientUpgradeConfiguration(
        upgradeRequestHead: head, upgraders: [upgrader],
        notUpgradingCompletionHandler: { channel in
          channel.eventLoop.makeCompletedFuture {
            let promise = channel.eventLoop.makePromise(of: HTTPResponseStatus.self)
            try channel.pipeline.syncOperations.addHandler(PushRefusalHandler(promise))
            return .refused(promise.futureResult)
          }
        }))
    // What is dropped by default is the messages that were sent right behind the 101.
    configuration.leftOverBytesStrategy = .forwardBytes
    return configuration
  }
}
