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
  /// The request that is being read is the last.
  private var isLast = false
  /// The last request has been read; what comes now is none.
  private var isOver = false
  /// The last request was answered here, and nobody else hears of it.
  private var isRefused = false

  init(limits: PBXServer.Limits, at now: NIODeadline) {
    self.limits = limits
    let times = [limits.idleTime, limits.bodyTime, limits.writeTime, limits.closeTime]
    let shortest = times.reduce(limits.headTime, min)
    interval = max(.milliseconds(5), TimeAmount(shortest / Self.looks))
    deadlines = ConnectionDeadlines(limits: limits, at: now)
  }

  /// Whether the server stops, or the connection does.
  var isStopping: Bool { deadlines.isStopping }

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
    if isOver { return }
    switch Self.unwrapInboundIn(data) {
    case .head(let head):
      guard Self.hasHost(head) else {
        refuse(.badRequest, "a request names its host, and once", context)
        return
      }
      if deadlines.isIdle, isBodyWanted(by: head) { sayContinue(context) }
      deadlines.receiveHead(at: context.eventLoop.now)
      if !head.isKeepAlive {
        isLast = true
        deadlines.stop(at: context.eventLoop.now)
      }
      context.fireChannelRead(data)
    case .body:
      if !deadlines.isDiscarding { context.fireChannelRead(data) }
    case .end:
      deadlines.receiveEnd(at: context.eventLoop.now)
      isOver = isLast
      if !isRefused { context.fireChannelRead(data) }
      closeIfDone(context)
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    context.fireChannelReadComplete()
    // Nobody else asks for what is only thrown away.
    if deadlines.isDiscarding { context.read() }
  }

  /// Whether a head says for which host it is, as HTTP/1.1 wants (RFC 9112, section 3.2).
  private static func hasHost(_ head: HTTPRequestHead) -> Bool {
    guard head.version.major == 1, head.version.minor > 0 else { return true }
    var count = 0
    for (name, _) in head.headers where name.utf8.count == 4 && name.lowercased() == "host" {
      count += 1
    }
    return count == 1
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
    // The decoder complains of whatever comes after the last request, and after what it could
    // not read.
    if isOver || isRefused { return }
    guard let error = error as? HTTPParserError, deadlines.isIdle else {
      context.close(promise: nil)
      return
    }
    if error == .headerOverflow {
      refuse(
        .requestHeaderFieldsTooLarge,
        "the target and the header fields may have \(limits.headerBytes) bytes", context)
    } else {
      refuse(.badRequest, "this is no HTTP/1.1", context)
    }
  }

  /// Answers what is no request to be worked on, and lets the client find the answer.
  private func refuse(
    _ status: HTTPResponseStatus, _ message: String, _ context: ChannelHandlerContext
  ) {
    let isNext = deadlines.isIdle
    (isLast, isRefused) = (true, true)
    // Answers have to come in their order.
    guard isNext else {
      context.close(promise: nil)
      return
    }
    let now = context.eventLoop.now
    deadlines.receiveHead(at: now)
    deadlines.stop(at: now)
    let body = Answer.refusalBody(Int(status.code), message)
    let head = HTTPResponseHead(
      version: .http1_1, status: status,
      headers: ["Content-Type": "application/json", "Content-Length": "\(body.readableBytes)"])
    for part in [HTTPServerResponsePart.head(head), .body(.byteBuffer(body)), .end(nil)] {
      write(context: context, data: Self.wrapOutboundOut(part), promise: nil)
    }
    context.flush()
    context.close(mode: .output, promise: nil)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is ChannelShouldQuiesceEvent:
      deadlines.stop(at: context.eventLoop.now)
      closeIfDone(context)
    case let event as ChannelEvent where event == .inputClosed && deadlines.isDiscarding:
      context.close(promise: nil)
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  // MARK: Answers

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch Self.unwrapOutboundIn(data) {
    case .head(var head) where deadlines.isLastAnswer:
      head.headers.add(name: "Connection", value: "close")
      context.write(Self.wrapOutboundOut(.head(head)), promise: promise)
      return
    case .head, .body:
      context.write(data, promise: promise)
      return
    case .end: break
    }
    deadlines.writeEnd(at: context.eventLoop.now)
    if deadlines.isDiscarding { context.read() }
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
