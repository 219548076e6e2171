import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket

/// A connection that speaks HTTP/1.1, or becomes the WebSocket of the billing push.
struct HTTPPushChannel: HTTPChannelHandler {
  typealias HTTP = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  /// What a connection has turned out to be.
  enum Negotiated: Sendable {
    case http(HTTP)
    case push
  }

  struct Value: ServerChildChannelValue {
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

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      Value(negotiated: try configure(channel), channel: channel)
    }
  }

  private func configure(_ channel: any Channel) throws -> EventLoopFuture<Negotiated> {
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
        upgraders: [upgrader()], notUpgradingCompletionHandler: Self.continueWithHTTP))
    try operations.addHandler(encoder)
    try operations.addHandler(decoder)
    try operations.addHandler(connectionGuard)
    let route = route
    try operations.addHandler(UpgradeFilter { route?.accepts($0) ?? false })
    try operations.addHandler(upgrade)
    return upgrade.upgradeResultFuture
  }

  private func upgrader() -> NIOTypedWebSocketServerUpgrader<Negotiated> {
    let limits = limits
    return NIOTypedWebSocketServerUpgrader(
      maxFrameSize: Self.maxFrameSize,
      shouldUpgrade: { channel, _ in channel.eventLoop.makeSucceededFuture(HTTPHeaders()) },
      upgradePipelineHandler: { channel, _ in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(PushHandler(limits: limits))
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
      // It fails where the connection ends before it has turned out to be anything.
      guard let negotiated = try? await value.negotiated.get() else { return }
      switch negotiated {
      case .http(let channel): await handleHTTP(asyncChannel: channel, logger: logger)
      case .push: await pusher.run(on: value.channel, logger: logger)
      }
    } onCancel: {
      value.channel.close(promise: nil)
    }
  }
}
