import NIOCore
import NIOPosix
import Synchronization

/// A server on a loopback port that says whatever bytes a test wants it to.
final class LoopbackServer: Sendable {
  /// What happens once a request has come.
  enum Reply: Sendable {
    case send(String)
    case sendAndClose(String)
    case nothing
  }

  let port: Int
  /// One element for each connection that ends.
  let closings: AsyncStream<Void>
  /// One element for each request that has come.
  let arrivals: AsyncStream<String>
  private let channel: any Channel
  private let counters: Counters

  /// How many connections there have been.
  var connections: Int { counters.connections.load(ordering: .relaxed) }

  private final class Counters: Sendable {
    let connections = Atomic(0)
  }

  private init(
    channel: any Channel, port: Int, counters: Counters, closings: AsyncStream<Void>,
    arrivals: AsyncStream<String>
  ) {
    self.channel = channel
    self.port = port
    self.counters = counters
    self.closings = closings
    self.arrivals = arrivals
  }

  /// Runs a body with a server, and closes it at the end.
  ///
  /// - Parameter greeting: what the server says before it is asked.
  static func run<Success>(
    greeting: String = "", replying reply: @escaping @Sendable (String) -> Reply,
    _ body: (LoopbackServer) async throws -> Success
  ) async throws -> Success {
    let counters = Counters()
    let (closings, closing) = AsyncStream<Void>.makeStream()
    let (arrivals, arrival) = AsyncStream<String>.makeStream()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        counters.connections.add(1, ordering: .relaxed)
        channel.closeFuture.whenComplete { _ in closing.yield() }
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            Responder(greeting: greeting, arrival: arrival, reply: reply))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let server = LoopbackServer(
      channel: channel, port: channel.localAddress?.port ?? 0, counters: counters,
      closings: closings, arrivals: arrivals)
    do {
      let result = try await body(server)
      try await channel.close().get()
      return result
    } catch {
      try await channel.close().get()
      throw error
    }
  }

  /// Collects a request, head and body, and replies.
  private final class Responder: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var text = ""
    private let greeting: String
    private let arrival: AsyncStream<String>.Continuation
    private let reply: @Sendable (String) -> Reply

    init(
      greeting: String, arrival: AsyncStream<String>.Continuation,
      reply: @escaping @Sendable (String) -> Reply
    ) {
      self.greeting = greeting
      self.arrival = arrival
      self.reply = reply
    }

    func channelActive(context: ChannelHandlerContext) {
      if greeting.isEmpty { return }
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: greeting)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      text += String(buffer: unwrapInboundIn(data))
      guard let end = text.firstRange(of: "\r\n\r\n") else { return }
      let length = text[..<end.lowerBound].firstMatch(of: /(?i)content-length: (\d+)/)
        .flatMap { Int($0.1) }
      guard text[end.upperBound...].utf8.count >= length ?? 0 else { return }
      let request = text
      text = ""
      arrival.yield(request)
      switch reply(request) {
      case .nothing: break
      case .send(let bytes):
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: bytes)), promise: nil)
      case .sendAndClose(let bytes):
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: bytes)), promise: nil)
        context.close(promise: nil)
      }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
}

extension LoopbackServer {
  /// A whole answer in JSON.
  static func answer(_ body: String, status: String = "200 OK", headers: String = "") -> String {
    "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\n\(headers)"
      + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  static let token = answer(#"{"access_token":"token","expires_in":1800}"#)
  static let done = answer(#"{"code":"200","msg":"","data":[],"total":0}"#)

  /// Gives out a token, and replies to the rest as a closure says.
  static func pbx<Success>(
    replying reply: @escaping @Sendable (String) -> Reply,
    _ body: (LoopbackServer) async throws -> Success
  ) async throws -> Success {
    try await run(
      replying: { $0.hasPrefix("POST /dscom-api/public/oauth/token ") ? .send(token) : reply($0) },
      body)
  }
}
