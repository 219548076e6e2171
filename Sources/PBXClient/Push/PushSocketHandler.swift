import DequeModule
import NIOCore
import NIOWebSocket

/// The end of a push connection's pipeline: keeps frames until they are asked for, and reads no
/// further before they are.
final class PushSocketHandler: ChannelDuplexHandler {
  typealias InboundIn = WebSocketFrame
  typealias OutboundIn = WebSocketFrame
  typealias OutboundOut = WebSocketFrame

  private let eventLoop: any EventLoop
  private let random: @Sendable () -> UInt64
  private var context: ChannelHandlerContext?
  private var frames: Deque<PushFrame> = []
  private var wait: (number: Int, promise: EventLoopPromise<PushFrame?>)?
  /// Waits up to that one were cancelled.
  private var cancelledWait = 0
  private var isReadHeldBack = false
  private var isOver = false

  init(on eventLoop: any EventLoop, random: @escaping @Sendable () -> UInt64) {
    self.eventLoop = eventLoop
    self.random = random
  }

  // MARK: For the socket, on the event loop

  /// The next frame, nil at the end.
  func next(_ number: Int) -> EventLoopFuture<PushFrame?> {
    if number <= cancelledWait { return eventLoop.makeFailedFuture(PushFailure.cancelled) }
    if let frame = frames.popFirst() { return eventLoop.makeSucceededFuture(frame) }
    if isOver { return eventLoop.makeSucceededFuture(nil) }
    let promise = eventLoop.makePromise(of: PushFrame?.self)
    wait?.promise.fail(PushFailure.cancelled)
    wait = (number, promise)
    if isReadHeldBack {
      isReadHeldBack = false
      context?.read()
    }
    return promise.futureResult
  }

  /// Ends a wait, which may not have begun; the frames stay.
  func cancel(_ number: Int) {
    cancelledWait = max(cancelledWait, number)
    guard let wait, wait.number <= number else { return }
    self.wait = nil
    wait.promise.fail(PushFailure.cancelled)
  }

  /// Says goodbye and closes.
  func close() {
    guard let context, !isOver else { return }
    finish()
    if context.channel.isActive {
      let goodbye = WebSocketFrame(.connectionClose, ByteBuffer(), maskedWith: random)
      context.writeAndFlush(Self.wrapOutboundOut(goodbye), promise: nil)
    }
    context.close(promise: nil)
  }

  // MARK: For the pipeline

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
    finish()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let frame = Self.unwrapInboundIn(data)
    guard !isOver else { return }
    let bytes = Array(frame.unmaskedData.readableBytesView)
    switch frame.opcode {
    case .text: take(.text(bytes))
    case .binary: take(.binary)
    case .ping:
      // The latest ping is the one to answer: the others need not be kept.
      if case .ping = frames.last { frames.removeLast() }
      take(.ping(bytes))
    case .pong: take(.pong(bytes))
    // RFC 6455 lets no connection go on with an opcode that nobody knows.
    default: close()
    }
  }

  /// Lets reads through only while somebody waits for what they bring.
  func read(context: ChannelHandlerContext) {
    if wait == nil { isReadHeldBack = true } else { context.read() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    finish()
    context.fireChannelInactive()
  }

  /// Whatever went wrong, the connection is of no use any more.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    close()
  }

  private func take(_ frame: PushFrame) {
    if let wait {
      self.wait = nil
      wait.promise.succeed(frame)
    } else {
      frames.append(frame)
    }
  }

  private func finish() {
    isOver = true
    wait?.promise.succeed(nil)
    wait = nil
  }
}
