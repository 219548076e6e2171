import NIOCore
import NIOHTTP1

/// Takes the header `Upgrade` off a connection's first request, unless it is one to be upgraded.
///
/// `NIOTypedHTTPServerUpgradeHandler` swallows a request whose upgrade it refuses, and the client
/// waits for ever: for a wrong token, but also for `Upgrade: h2c`, which some clients always send.
final class UpgradeFilter: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  private let accepts: @Sendable (HTTPRequestHead) -> Bool

  init(accepts: @escaping @Sendable (HTTPRequestHead) -> Bool) {
    self.accepts = accepts
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = Self.unwrapInboundIn(data) else {
      context.fireChannelRead(data)
      return
    }
    if head.headers.contains(name: "upgrade"), !accepts(head) {
      head.headers.remove(name: "upgrade")
    }
    context.fireChannelRead(Self.wrapInboundOut(.head(head)))
    context.pipeline.syncOperations.removeHandler(self, promise: nil)
  }
}
