import NIOCore
import NIOPosix
import NIOSSL
import PBXClient

/// A server of raw bytes on loopback, for one connection, which does what a test says.
struct PushServer {
  typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  /// What a client asks with, where it draws the random numbers that `connector` draws: the key of
  /// the handshake and the answer to it are these.
  static let accept = "ujLN91LrDyToh7AjOASrKw15f1I="
  static let key = "AQIDBAUGBwgBAgMEBQYHCA=="
  /// The mask of each frame that such a client sends.
  static let mask: [UInt8] = [8, 7, 6, 5]

  /// A connector that draws the same number each time.
  static func connector(timeout: Duration = .seconds(50)) -> NIOPushConnector {
    NIOPushConnector(timeout: timeout, random: { 0x0102_0304_0506_0708 })
  }

  static let upgraded = """
    HTTP/1.1 101 Switching Protocols\r
    Upgrade: websocket\r
    Connection: Upgrade\r
    Sec-WebSocket-Accept: \(accept)\r
    \r

    """

  /// A frame as a server sends it, of at most 65535 bytes.
  static func frame(_ opcode: UInt8, _ payload: [UInt8] = [], isFinal: Bool = true) -> [UInt8] {
    let first = opcode | (isFinal ? 0x80 : 0)
    if payload.count < 126 { return [first, UInt8(payload.count)] + payload }
    return [first, 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)] + payload
  }

  /// A frame as the client sends it, of less than 126 bytes.
  static func masked(_ opcode: UInt8, _ payload: [UInt8] = []) -> [UInt8] {
    let covered = payload.enumerated().map { $1 ^ mask[$0 % 4] }
    return [opcode | 0x80, UInt8(payload.count) | 0x80] + mask + covered
  }

  /// Runs a client against a server that treats its one connection with `serve`.
  static func run(
    tls: NIOSSLContext? = nil, serve: @escaping @Sendable (inout Peer) async throws -> Void,
    client: (_ address: PushAddress) async throws -> Void
  ) async throws {
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.autoRead, value: false)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
          }
          return channel
        }
      }
    let port = server.channel.localAddress?.port ?? 0
    let address = PushAddress("\(tls == nil ? "ws" : "wss")://localhost:\(port)")!
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await server.executeThenClose { connections in
          for try await channel in connections {
            // Not before somebody has it: a connection that comes as the server ends is dropped,
            // and NIO's writers must not be.
            let connection = try await channel.eventLoop.submit {
              try Connection(wrappingChannelSynchronously: channel)
            }.get()
            channel.setOption(.autoRead, value: true).whenComplete { _ in }
            // A client that goes away in the middle is the matter of some tests.
            try? await connection.executeThenClose { inbound, _ in
              var peer = Peer(bytes: inbound.makeAsyncIterator(), channel: connection.channel)
              try await serve(&peer)
            }
          }
        }
      }
      try await client(address)
      group.cancelAll()
    }
  }
}

/// A connection as the server sees it.
struct Peer {
  var bytes: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  /// Written to directly: the connection's writer queues what it is given before it looks whether
  /// there is room, so that a write would not tell that the client reads.
  private let channel: any Channel
  private var buffer: [UInt8] = []

  init(
    bytes: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator, channel: any Channel
  ) {
    self.bytes = bytes
    self.channel = channel
  }

  /// The head of the request.
  mutating func request() async throws -> String {
    var head = ""
    while !head.hasSuffix("\r\n\r\n") {
      guard let byte = try await read(1).first else { return head }
      head.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return head
  }

  /// So many bytes, or fewer where the connection ends.
  mutating func read(_ count: Int) async throws -> [UInt8] {
    while buffer.count < count, let more = try await bytes.next(isolation: #isolation) {
      buffer += more.readableBytesView
    }
    defer { buffer.removeFirst(min(count, buffer.count)) }
    return Array(buffer.prefix(count))
  }

  /// Sends an answer, and bytes right behind it.
  func send(_ text: String, _ frames: [UInt8]...) async throws {
    try await write(Array(text.utf8) + frames.flatMap { $0 })
  }

  /// Sends frames.
  func send(_ frames: [UInt8]...) async throws {
    try await write(frames.flatMap { $0 })
  }

  /// Waits until the system has taken the bytes.
  private func write(_ bytes: [UInt8]) async throws {
    try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
  }

  /// Waits until the client has closed.
  mutating func end() async throws {
    while !(try await read(1)).isEmpty {}
  }
}
