import NIOCore
import NIOPosix
import PBXModel
import Synchronization
import TestThreads
import Testing
import VirtualTime

@testable import PBXClient

@Suite(.ownThreads, .timeLimit(.minutes(1))) struct `The connection of the push` {
  private static let token = "top secret/+"
  private static let hello = PushFrame.text(Array("hello".utf8))
  private static let helloFrame = PushServer.frame(1, Array("hello".utf8))

  private func connect(
    to address: PushAddress, timeout: Duration = .seconds(50), certificateAuthority: String? = nil
  ) async throws(PushFailure) -> any PushSocket {
    try await PushServer.connector(timeout: timeout).connect(
      to: address, certificateAuthority: certificateAuthority, token: Self.token)
  }

  /// The failure to connect to a server that treats its connection so.
  private func failure(
    timeout: Duration = .seconds(50), serve: @escaping @Sendable (inout Peer) async throws -> Void
  ) async throws -> PushFailure? {
    var failure: PushFailure?
    try await PushServer.run(serve: serve) { address in
      do throws(PushFailure) {
        _ = try await connect(to: address, timeout: timeout)
      } catch {
        failure = error
      }
    }
    return failure
  }

  @Test func `asks for the billing push, and gets what is sent right behind the answer`()
    async throws
  {
    let request = Mutex("")
    try await PushServer.run { peer in
      let head = try await peer.request()
      request.withLock { $0 = head }
      try await peer.send(PushServer.upgraded, Self.helloFrame, Self.helloFrame)
      try await peer.end()
    } client: { address in
      let socket = try await connect(to: address)
      #expect(try await socket.next() == Self.hello)
      #expect(try await socket.next() == Self.hello)
    }
    let lines = request.withLock { $0.split(separator: "\r\n").map(String.init) }
    #expect(lines.first == "GET /?user_id=billing&token=top%20secret%2F%2B HTTP/1.1")
    for header in [
      "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: \(PushServer.key)",
    ] {
      #expect(lines.contains(header), "\(header)")
    }
    #expect(lines.contains { $0.hasPrefix("Host: localhost:") })
  }

  @Test func `puts fragments together, with a ping between them`() async throws {
    try await PushServer.run { peer in
      _ = try await peer.request()
      try await peer.send(PushServer.upgraded)
      try await peer.send(PushServer.frame(1, Array("hel".utf8), isFinal: false))
      try await peer.send(
        PushServer.frame(9, [7]), PushServer.frame(0, Array("l".utf8), isFinal: false),
        PushServer.frame(0, Array("o".utf8)), PushServer.frame(2, [1, 2]))
      try await peer.end()
    } client: { address in
      let socket = try await connect(to: address)
      #expect(try await socket.next() == .ping([7]))
      #expect(try await socket.next() == Self.hello)
      #expect(try await socket.next() == .binary)
    }
  }

  @Test func `sends pings and pongs, masked`() async throws {
    let received = Mutex<[UInt8]>([])
    let expected = PushServer.masked(10, [7]) + PushServer.masked(9, Array("1".utf8))
    try await PushServer.run { peer in
      _ = try await peer.request()
      try await peer.send(PushServer.upgraded)
      let bytes = try await peer.read(expected.count)
      received.withLock { $0 = bytes }
      try await peer.send(PushServer.frame(10, Array("1".utf8)))
      try await peer.end()
    } client: { address in
      let socket = try await connect(to: address)
      socket.send(.pong([7]))
      socket.send(.ping(Array("1".utf8)))
      #expect(try await socket.next() == .pong(Array("1".utf8)))
    }
    #expect(received.withLock { $0 } == expected)
  }

  @Test func `gives what came before a close, answers it and ends`() async throws {
    let received = Mutex<[UInt8]>([])
    let (ending, end) = AsyncStream<Void>.makeStream()
    try await PushServer.run { peer in
      _ = try await peer.request()
      try await peer.send(PushServer.upgraded, Self.helloFrame, PushServer.frame(8, [3, 232]))
      let bytes = try await peer.read(1000)
      received.withLock { $0 = bytes }
      end.finish()
    } client: { address in
      let socket = try await connect(to: address)
      #expect(try await socket.next() == Self.hello)
      #expect(try await socket.next() == nil)
      #expect(try await socket.next() == nil)
      for await _ in ending {}
    }
    #expect(received.withLock { $0 } == PushServer.masked(8))
  }

  @Test func `ends where the server just goes`() async throws {
    try await PushServer.run { peer in
      _ = try await peer.request()
      try await peer.send(PushServer.upgraded, Self.helloFrame)
      _ = try await peer.read(PushServer.masked(9).count)
    } client: { address in
      let socket = try await connect(to: address)
      #expect(try await socket.next() == Self.hello)
      socket.send(.ping([]))
      #expect(try await socket.next() == nil)
    }
  }

  @Test(
    arguments: [
      // A frame of 5 MiB, and fragments that are never the last.
      [0x81, 127, 0, 0, 0, 0, 0, 0x50, 0, 0],
      Array(repeating: [0x01, 0], count: 1).flatMap { $0 }
        + Array(repeating: [0x00, 0], count: 5000).flatMap { $0 },
      // A reserved opcode, and a continuation of nothing.
      [0x83, 0], [0x80, 0],
    ] as [[UInt8]])
  func `ends where a message breaks the bounds or the protocol`(bytes: [UInt8]) async throws {
    try await PushServer.run { peer in
      _ = try await peer.request()
      try await peer.send(PushServer.upgraded, bytes)
      try await peer.end()
    } client: { address in
      let socket = try await connect(to: address)
      #expect(try await socket.next() == nil)
    }
  }

  @Test(arguments: [
    ("401 Unauthorized", PushFailure.tokenRefused), ("404 Not Found", .refused(status: 404)),
    ("503 Service Unavailable", .refused(status: 503)), ("200 OK", .refused(status: 200)),
  ])
  func `says how the upgrade was refused`(status: String, expected: PushFailure) async throws {
    let failure = try await failure { peer in
      _ = try await peer.request()
      try await peer.send("HTTP/1.1 \(status)\r\nContent-Length: 2\r\n\r\nno")
      try await peer.end()
    }
    #expect(failure == expected)
  }

  @Test func `refuses a server that does not answer its key`() async throws {
    let failure = try await failure { peer in
      _ = try await peer.request()
      let wrong = String(PushServer.upgraded.map { $0 == "u" ? "v" : $0 })
      try await peer.send(wrong)
      try await peer.end()
    }
    guard case .connection = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `does not wait for ever for an answer`() async throws {
    let failure = try await failure(timeout: .milliseconds(100)) { peer in try await peer.end() }
    // On a machine with much else to do the time may be over before there is a connection.
    guard case .timeout = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `takes the longest time-out there is`() async throws {
    try await PushServer.run { peer in
      _ = try await peer.request()
      try await peer.send(PushServer.upgraded, Self.helloFrame)
      try await peer.end()
    } client: { address in
      let socket = try await connect(to: address, timeout: .seconds(Int64.max))
      #expect(try await socket.next() == Self.hello)
    }
  }

  @Test func `says that the server closed before it answered`() async throws {
    let failure = try await failure { peer in _ = try await peer.request() }
    guard case .connection(let reason) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(reason.hasSuffix("closed the connection before it was a WebSocket"))
  }

  @Test func `loses no frame where a wait is cancelled`() async throws {
    try await PushServer.run { peer in
      _ = try await peer.request()
      try await peer.send(PushServer.upgraded)
      _ = try await peer.read(PushServer.masked(9).count)
      try await peer.send(Self.helloFrame)
      try await peer.end()
    } client: { address in
      let socket = try await connect(to: address)
      for _ in 0..<20 {
        await withTaskGroup(of: PushFailure?.self) { group in
          group.addTask {
            do throws(PushFailure) {
              _ = try await socket.next()
              return nil
            } catch {
              return error
            }
          }
          group.cancelAll()
          for await failure in group { #expect(failure == .cancelled) }
        }
      }
      socket.send(.ping([]))
      #expect(try await socket.next() == Self.hello)
    }
  }

  @Test func `is given up where connecting is cancelled`() async throws {
    let (asking, asked) = AsyncStream<Void>.makeStream()
    try await PushServer.run { peer in
      _ = try await peer.request()
      asked.finish()
      try await peer.end()
    } client: { address in
      await withTaskGroup(of: PushFailure?.self) { group in
        group.addTask {
          do throws(PushFailure) {
            _ = try await connect(to: address)
            return nil
          } catch {
            return error
          }
        }
        for await _ in asking {}
        group.cancelAll()
        for await failure in group { #expect(failure == .cancelled) }
      }
    }
  }

  @Test func `closes the connection where the socket is let go`() async throws {
    let (ending, end) = AsyncStream<Void>.makeStream()
    try await PushServer.run { peer in
      _ = try await peer.request()
      try await peer.send(PushServer.upgraded)
      try? await peer.end()
      end.finish()
    } client: { address in
      do { _ = try await connect(to: address) }
      for await _ in ending {}
    }
  }

  @Test func `reads nothing while nobody asks`() async throws {
    let count = 1024
    let payload = [UInt8](repeating: UInt8(ascii: "x"), count: 60_000)
    let sent = Mutex(0)
    try await PushServer.run { peer in
      _ = try await peer.request()
      try await peer.send(PushServer.upgraded)
      for _ in 0..<count {
        try await peer.send(PushServer.frame(1, payload))
        sent.withLock { $0 += 1 }
      }
      try await peer.end()
    } client: { address in
      let socket = try await connect(to: address)
      let loop = MultiThreadedEventLoopGroup.singleton.any()
      try await loop.scheduleTask(in: .milliseconds(200)) {}.futureResult.get()
      // 60 MB do not fit into the buffers of the system.
      #expect(sent.withLock { $0 } < count)
      for _ in 0..<count { #expect(try await socket.next() == .text(payload)) }
    }
  }

  @Test func `feeds the billing push`() async throws {
    let records = [BillingRecord.example] + BillingMessage.example.records
    try await PushServer.run { peer in
      _ = try await peer.request()
      try await peer.send(
        PushServer.upgraded, PushServer.frame(1, BillingMessage(records: records).json.bytes()))
      try await peer.end()
    } client: { address in
      let push = BillingPush(
        address: address, zone: .china, connector: PushServer.connector(), clock: SteppedClock(),
        jitter: { 0 }, token: { () async throws(PBXError) in Self.token },
        tokenWasRefused: { _ in },
        list: { _ async throws(PBXError) in Page(rows: [], total: 0) })
      for try await batch in try await push.feed() {
        #expect(batch == records)
        break
      }
    }
  }

  @Test func `shows the token in no failure`() async throws {
    struct Loose: Error { let text: String }
    let address = try #require(PushAddress("ws://127.0.0.1:8282"))
    for text in [Self.token, address.requestTarget(token: Self.token)] {
      let failure = PushFailure(Loose(text: text), to: address, hiding: Self.token)
      for shown in [String(describing: failure), failure.error.description] {
        #expect(!shown.contains("secret"), "\(shown)")
      }
    }
    // Port 1 of loopback takes no connection.
    let closed = try #require(PushAddress("ws://127.0.0.1:1"))
    await #expect(throws: PushFailure.self) { _ = try await connect(to: closed) }
    do throws(PushFailure) {
      _ = try await connect(to: closed)
    } catch {
      #expect(error.error.description.contains("`ws://127.0.0.1:1`"))
      #expect(!error.error.description.contains("secret"))
    }
  }
}
