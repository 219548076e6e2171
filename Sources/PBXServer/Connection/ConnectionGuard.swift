import HummingbirdCore
import NIOCore
import NIOHTTP1

/// Closes connections that hold the server up: clients that do not finish what they say, do not
/// read what they are told, or do not speak HTTP.
///
/// Stands between the HTTP codec and whatever answers. It keeps connections open between requests,
/// or does not, as the client asks, and closes idle ones where the server stops.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// How many looks at the clock the shortest limit is cut into.
  private static let looks = 4

  private let limits: PBXServer.Limits
  private let interval: TimeAmount
  private var deadlines: ConnectionDeadlines
  private var look: Scheduled<Void>?
  private var isRemoved = false

  init(limits: PBXServer.Limits, at now: NIODeadline) {
    self.limits = limits
    let shortest = min(limits.headTime, limits.idleTime, limits.bodyTime, limits.writeTime)
    interval = max(.milliseconds(5), TimeAmount(shortest / Self.looks))
    deadlines = ConnectionDeadlines(limits: limits, at: now)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    scheduleLook(context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    isRemoved = true
    look?.cancel()
  }

  func channelInactive(context: ChannelHandlerContext) {
    look?.cancel()
    context.fireChannelInactive()
  }

  // A timer for each request would cost more than the request; one look at the clock now and then
  // serves them all.
  private func scheduleLook(_ context: ChannelHandlerContext) {
    look = context.eventLoop.assumeIsolated().scheduleTask(in: interval) {
      guard !self.isRemoved else { return }
      if self.deadlines.isExpired(at: context.eventLoop.now) {
        context.close(promise: nil)
      } else {
        self.scheduleLook(context)
      }
    }
  }

  // MARK: Requests

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch Self.unwrapInboundIn(data) {
    case .head(let head):
      if deadlines.isIdle, isBodyWanted(by: head) { sayContinue(context) }
      deadlines.receiveHead(at: context.eventLoop.now)
      if !head.isKeepAlive { deadlines.stop() }
    case .body: break
    case .end:
      deadlines.receiveEnd(at: context.eventLoop.now)
      context.fireChannelRead(data)
      closeIfDone(context)
      return
    }
    context.fireChannelRead(data)
  }

  /// Whether a client waits to be told to send its body, and the body may be sent.
  private func isBodyWanted(by head: HTTPRequestHead) -> Bool {
    guard head.version == .http1_1,
      head.headers.first(name: "expect")?.lowercased() == "100-continue"
    else { return false }
    let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
    return length <= limits.bodyBytes
  }

  private func sayContinue(_ context: ChannelHandlerContext) {
    let head = HTTPResponseHead(version: .http1_1, status: .continue)
    context.writeAndFlush(Self.wrapOutboundOut(.head(head)), promise: nil)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError, deadlines.isIdle else {
      context.close(promise: nil)
      return
    }
    let head = HTTPResponseHead(
      version: .http1_1, status: .badRequest,
      headers: ["connection": "close", "content-length": "0"])
    context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
    context.writeAndFlush(Self.wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
      context.close(promise: nil)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is ChannelShouldQuiesceEvent else {
      context.fireUserInboundEventTriggered(event)
      return
    }
    deadlines.stop()
    closeIfDone(context)
  }

  // MARK: Answers

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .end = Self.unwrapOutboundIn(data) else {
      context.write(data, promise: promise)
      return
    }
    deadlines.writeEnd(at: context.eventLoop.now)
    let left = promise ?? context.eventLoop.makePromise(of: Void.self)
    left.futureResult.assumeIsolated().whenComplete { _ in
      self.deadlines.sent(at: context.eventLoop.now)
      self.closeIfDone(context)
    }
    context.write(data, promise: left)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    deadlines.changeWritability(to: context.channel.isWritable, at: context.eventLoop.now)
    context.fireChannelWritabilityChanged()
  }

  private func closeIfDone(_ context: ChannelHandlerContext) {
    if !isRemoved, deadlines.isDone { context.close(promise: nil) }
  }
}
