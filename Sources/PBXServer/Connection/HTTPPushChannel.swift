import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket
import PBXModel

/// A connection that speaks HTTP/1.1, or becomes the WebSocket of the billing push.
struct HTTPPushChannel: HTTPChannelHandler {
  typealias HTTP = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  /// What a connection has turned out to be.
  enum Negotiated: Sendable {
    case http(HTTP)
    case push
  }

  /// Tells the handshake whether the push can be had: nil for no.
  typealias Admission = EventLoopPromise<HTTPHeaders?>

  struct Value: ServerChildChannelValue {
    /// What waits for the push; nil where nothing does.
    let wanted: EventLoopFuture<Admission?>
    let negotiated: EventLoopFuture<Negotiated>
    let channel: any Channel
  }

  /// Whatever a client sends to the push is for the protocol alone.
  private static let maxFrameSize = 1 << 14

  let responder: HTTPChannelHandler.Responder
  let limits: PBXServer.Limits
  /// Nil where the push does not come over this port.
  let route: PushRoute?
  let pusher: BillingPusher
  /// What is answered where the service gives no push.
  let refusal: @Sendable (PBXError) -> Response
  /// Nil where nothing goes wrong by itself.
  let faults: (any FaultSource)?

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      let wanted = channel.eventLoop.makePromise(of: Admission?.self)
      do {
        let negotiated = try configure(channel, wanted)
        // Without effect where the push is wanted, which was said before.
        negotiated.whenComplete { _ in wanted.succeed(nil) }
        return Value(wanted: wanted.futureResult, negotiated: negotiated, channel: channel)
      } catch {
        wanted.fail(error)
        throw error
      }
    }
  }

  private func configure(
    _ channel: any Channel, _ wanted: EventLoopPromise<Admission?>
  ) throws -> EventLoopFuture<Negotiated> {
    let operations = channel.pipeline.syncOperations
    let encoder = HTTPResponseEncoder()
    var sizes = NIOHTTPDecoderLimitConfiguration()
    sizes.maxHeaderFieldSize = limits.headerBytes
    sizes.maxHeaderListSize = limits.headerBytes
    let decoder = ByteToMessageHandler(
      HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: sizes))
    let connectionGuard = ConnectionGuard(limits: limits, at: channel.eventLoop.now)
    let upgrade = NIOTypedHTTPServerUpgradeHandler<Negotiated>(
      httpEncoder: encoder,
      // The guard first: what the decoder leaves over are bytes, which the guard does not take.
      extraHTTPHandlers: [connectionGuard, decoder],
      upgradeConfiguration: NIOTypedHTTPServerUpgradeConfiguration(
        upgraders: [upgrader(wanted, NIOLoopBound(connectionGuard, eventLoop: channel.eventLoop))],
        notUpgradingCompletionHandler: Self.continueWithHTTP))
    try operations.addHandler(encoder)
    try operations.addHandler(decoder)
    try operations.addHandler(connectionGuard)
    let route = route
    try operations.addHandler(UpgradeFilter { route?.accepts($0) ?? false })
    try operations.addHandler(upgrade)
    return upgrade.upgradeResultFuture
  }

  private func upgrader(
    _ wanted: EventLoopPromise<Admission?>, _ connectionGuard: NIOLoopBound<ConnectionGuard>
  ) -> NIOTypedWebSocketServerUpgrader<Negotiated> {
    let limits = limits
    return NIOTypedWebSocketServerUpgrader(
      maxFrameSize: Self.maxFrameSize,
      shouldUpgrade: { channel, _ in
        let admission = channel.eventLoop.makePromise(of: HTTPHeaders?.self)
        // A connection that ends meanwhile may find nobody who decides.
        channel.closeFuture.whenComplete { _ in admission.succeed(nil) }
        wanted.succeed(admission)
        return admission.futureResult
      },
      upgradePipelineHandler: { channel, _ in
        channel.eventLoop.makeCompletedFuture {
          // The guard took note of a stop that came during the handshake.
          let handler = PushHandler(limits: limits, isStopping: connectionGuard.value.isStopping)
          try channel.pipeline.syncOperations.addHandler(handler)
          return .push
        }
      })
  }

  @Sendable
  private static func continueWithHTTP(_ channel: any Channel) -> EventLoopFuture<Negotiated> {
    channel.eventLoop.makeCompletedFuture {
      try channel.pipeline.syncOperations.addHandler(HTTP1ToHTTPServerCodec(secure: false))
      return .http(
        try HTTP(
          wrappingChannelSynchronously: channel,
          configuration: .init(isOutboundHalfClosureEnabled: true)))
    }
  }

  func handle(value: Value, logger: Logger) async {
    await withTaskCancellationHandler {
      if let admission = try? await value.wanted.get() {
        await handlePush(value, admission)
      } else if case .http(let channel)? = try? await value.negotiated.get() {
        await handleHTTP(asyncChannel: channel, logger: logger)
      }
      // Neither where the connection ends before it has turned out to be anything.
    } onCancel: {
      value.channel.close(promise: nil)
    }
  }

  /// Subscribes before the client hears of its WebSocket: what ends from then on is its own.
  private func handlePush(_ value: Value, _ admission: Admission) async {
    if let faults, faults.isNetworkDown {
      // Nobody decides on the admission, then: its end does.
      value.channel.close(promise: nil)
      return
    }
    do throws(PBXError) {
      let feed = try await pusher.subscribe()
      admission.succeed(HTTPHeaders())
      guard case .push? = try? await value.negotiated.get() else { return }
      await pusher.run(feed, on: value.channel)
    } catch {
      admission.succeed(nil)
      guard case .http(let channel)? = try? await value.negotiated.get() else { return }
      await refuse(over: channel, because: error)
    }
  }

  /// The upgrade handler has swallowed the request, so that nobody else answers it.
  private func refuse(over channel: HTTP, because error: PBXError) async {
    let response = refusal(error)
    // It fails where the client has gone.
    try? await channel.executeThenClose { _, outbound in
      try await ResponseWriter(outbound: outbound)
        .write(response: response.head, body: response.body)
    }
  }
}
