import NIOCore
import NIOHTTP1

/// Tells with what status an upgrade was refused.
final class PushRefusalHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart

  private let status: EventLoopPromise<HTTPResponseStatus>

  init(_ status: EventLoopPromise<HTTPResponseStatus>) {
    self.status = status
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let head) = Self.unwrapInboundIn(data) { status.succeed(head.status) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    status.fail(error)
    context.close(promise: nil)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    status.fail(ChannelError.eof)
  }
}
