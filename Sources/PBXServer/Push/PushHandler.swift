import NIOCore
import NIOWebSocket

/// Speaks the protocol of one billing push on its connection; the messages come from elsewhere.
///
/// A `PushEnd` fired as a user event ends it.
final class PushHandler: ChannelInboundHandler {
  typealias InboundIn = WebSocketFrame
  typealias OutboundOut = WebSocketFrame

  private let pingTime: TimeAmount
  private let closeTime: TimeAmount
  private let isStopping: Bool
  private var connection = PushConnection()
  private var probe: Scheduled<Void>?
  private var surrender: Scheduled<Void>?

  /// - Parameter isStopping: whether the server stopped before there was a connection.
  init(limits: PBXServer.Limits, isStopping: Bool) {
    self.isStopping = isStopping
    pingTime = TimeAmount(limits.pingTime)
    closeTime = TimeAmount(limits.closeTime)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    scheduleProbe(context)
    if isStopping { perform(connection.end(.stopping), context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    stopTimers()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stopTimers()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let frame = Self.unwrapInboundIn(data)
    let kind: PushConnection.Frame =
      switch frame.opcode {
      case .ping: .ping
      case .pong: .pong
      case .connectionClose: .close
      default: .other
      }
    let action = connection.receive(kind, isWritable: context.channel.isWritable)
    perform(action, context, about: frame.unmaskedData)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case let end as PushEnd: perform(connection.end(end), context)
    case is ChannelShouldQuiesceEvent: perform(connection.end(.stopping), context)
    // A client that sends nothing any more cannot answer a ping either.
    case let event as ChannelEvent where event == .inputClosed: context.close(promise: nil)
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func perform(
    _ action: PushConnection.Action, _ context: ChannelHandlerContext,
    about data: ByteBuffer = ByteBuffer()
  ) {
    switch action {
    case .nothing: break
    case .sendPing: send(.ping, ByteBuffer(), context)
    case .sendPong: send(.pong, data, context)
    case .sendClose(let end):
      var data = context.channel.allocator.buffer(capacity: 2)
      data.write(webSocketErrorCode: end.code)
      send(.connectionClose, data, context)
      scheduleSurrender(context)
    case .echoClose:
      send(.connectionClose, data, context)
      context.close(promise: nil)
    case .disconnect: context.close(promise: nil)
    }
  }

  private func send(
    _ opcode: WebSocketOpcode, _ data: ByteBuffer, _ context: ChannelHandlerContext
  ) {
    let frame = WebSocketFrame(fin: true, opcode: opcode, data: data)
    context.writeAndFlush(Self.wrapOutboundOut(frame), promise: nil)
  }

  // MARK: Timers

  private func scheduleProbe(_ context: ChannelHandlerContext) {
    probe = context.eventLoop.assumeIsolated().scheduleTask(in: pingTime) {
      self.perform(self.connection.probe(), context)
      self.scheduleProbe(context)
    }
  }

  private func scheduleSurrender(_ context: ChannelHandlerContext) {
    surrender = context.eventLoop.assumeIsolated().scheduleTask(in: closeTime) {
      self.perform(self.connection.giveUp(), context)
    }
  }

  private func stopTimers() {
    probe?.cancel()
    surrender?.cancel()
  }
}
