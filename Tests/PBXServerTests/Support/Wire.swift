import NIOCore
import NIOPosix

/// A connection, byte by byte, as no well-behaved client would use it.
final class Wire {
  private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  private var received: [UInt8] = []

  private init(
    _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
    _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  ) {
    self.outbound = outbound
    self.inbound = inbound
  }

  static func connect<Result: Sendable>(
    to port: Int, _ body: (Wire) async throws -> Result
  ) async throws -> Result {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await body(Wire(outbound, inbound.makeAsyncIterator()))
    }
  }

  func send(_ text: String) async throws {
    try await outbound.write(ByteBuffer(string: text))
  }

  func send(_ bytes: [UInt8]) async throws {
    try await outbound.write(ByteBuffer(bytes: bytes))
  }

  /// False at the end.
  private func readMore() async throws -> Bool {
    // A connection that was reset has ended, too.
    guard let buffer = try? await inbound.next(isolation: #isolation) else { return false }
    received += Array(buffer.readableBytesView)
    return true
  }

  /// All that comes until the server closes.
  func readToEnd() async throws -> [UInt8] {
    while try await readMore() {}
    defer { received = [] }
    return received
  }

  /// What comes up to and including a text; nil where the server closes before.
  func read(upTo marker: String) async throws -> String? {
    let marker = Array(marker.utf8)
    var start = 0
    while true {
      while start + marker.count <= received.count {
        if Array(received[start..<start + marker.count]) == marker {
          let text = String(decoding: received[..<(start + marker.count)], as: UTF8.self)
          received.removeFirst(start + marker.count)
          return text
        }
        start += 1
      }
      guard try await readMore() else { return nil }
    }
  }

  /// Nil where the server closes.
  func readByte() async throws -> UInt8? {
    while received.isEmpty {
      guard try await readMore() else { return nil }
    }
    return received.removeFirst()
  }

  // MARK: WebSocket

  /// A frame of the server.
  struct Frame: Hashable {
    var opcode: UInt8
    var payload: [UInt8]

    var text: String { String(decoding: payload, as: UTF8.self) }
    /// The code of a close.
    var closeCode: Int? { payload.count < 2 ? nil : Int(payload[0]) << 8 | Int(payload[1]) }

    static let closeOpcode: UInt8 = 8
    static let pingOpcode: UInt8 = 9
    static let pongOpcode: UInt8 = 10
  }

  /// Asks for the billing push; the status that the server answers.
  func upgrade(_ target: String, headers: [String] = []) async throws -> Int {
    try await sendHandshake(target, headers: headers)
    return try await readStatus()
  }

  func sendHandshake(_ target: String, headers: [String] = []) async throws {
    let lines =
      [
        "GET \(target) HTTP/1.1", "Host: test", "Connection: Upgrade", "Upgrade: websocket",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13",
      ] + headers
    try await send(lines.joined(separator: "\r\n") + "\r\n\r\n")
  }

  /// The status of the next answer, whose head it reads.
  func readStatus() async throws -> Int {
    let head = try await read(upTo: "\r\n\r\n") ?? ""
    return Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
  }

  /// Nil where the server closes.
  func readFrame() async throws -> Frame? {
    while true {
      if let frame = takeFrame() { return frame }
      guard try await readMore() else { return nil }
    }
  }

  private func takeFrame() -> Frame? {
    guard received.count >= 2 else { return nil }
    var length = Int(received[1] & 0x7F)
    var start = 2
    let extended = length == 126 ? 2 : length == 127 ? 8 : 0
    if extended > 0 {
      guard received.count >= 2 + extended else { return nil }
      length = received[2..<2 + extended].reduce(0) { $0 << 8 | Int($1) }
      start += extended
    }
    guard received.count >= start + length else { return nil }
    let frame = Frame(
      opcode: received[0] & 0x0F, payload: Array(received[start..<start + length]))
    received.removeFirst(start + length)
    return frame
  }

  /// With a mask of zeros, which changes nothing.
  func sendFrame(_ opcode: UInt8, _ payload: [UInt8] = []) async throws {
    try await send([0x80 | opcode, 0x80 | UInt8(payload.count), 0, 0, 0, 0] + payload)
  }
}
