import PBXModel
import TestThreads
import Testing

@testable import PBXServer

@Suite(.ownThreads, .timeLimit(.minutes(1)))
struct PushTests {
  private static let record = BillingMessage.example.records[0]

  @Test(arguments: [false, true])
  func `a reader gets what ends, as the vendor writes it`(hasOwnPort: Bool) async throws {
    let pbx = StubPBX()
    try await TestServer.run(pbx, configure: { $0.pushPort = hasOwnPort ? 0 : nil }) { server in
      #expect((server.port == server.pushPort) == !hasOwnPort)
      let token = try await server.signIn().accessToken
      try await Wire.connect(to: server.pushPort) { wire in
        #expect(try await wire.upgrade("/?user_id=billing&token=\(token)") == 101)
        pbx.push([Self.record])
        let frame = try await wire.readFrame()
        let message = BillingMessage(records: [Self.record])
        #expect(
          frame?.text
            == JSONValue.object(message.json.object ?? JSONObject())
            .text(style: .vendor))
        try await wire.sendFrame(Wire.Frame.pingOpcode, [1, 2])
        #expect(
          try await wire.readFrame()
            == Wire.Frame(opcode: Wire.Frame.pongOpcode, payload: [1, 2]))
        try await wire.sendFrame(Wire.Frame.closeOpcode, [3, 232])
        #expect(try await wire.readFrame()?.closeCode == 1000)
        #expect(try await wire.readFrame() == nil)
      }
    }
  }

  @Test func `what ends the moment the handshake is answered is no reader's loss`() async throws {
    let pbx = StubPBX()
    try await TestServer.run(pbx) { server in
      let target = "/?user_id=billing&token=\(try await server.signIn().accessToken)"
      for count in 1...20 {
        try await Wire.connect(to: server.port) { wire in
          #expect(try await wire.upgrade(target) == 101)
          try #require(pbx.readers == count)
          pbx.push([Self.record])
          #expect(try await wire.readFrame()?.opcode == 1)
        }
      }
    }
  }

  @Test(
    arguments: [(.unsupported, 501), (.connection("lost"), 502)] as [(PBXError.Cause, Int)])
  func `where the service has no push, nothing is upgraded`(
    cause: PBXError.Cause, status: Int
  ) async throws {
    try await TestServer.run(StubPBX(pushError: cause)) { server in
      let token = try await server.signIn().accessToken
      let reply = try await server.send(
        "GET", "/?user_id=billing&token=\(token)",
        headers: [
          "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        ])
      #expect(reply.status == status)
      #expect(reply.code == String(status))
      #expect(reply.header("Content-Type") == "application/json")
    }
  }

  @Test(
    arguments: [
      ("/?user_id=billing&token=wrong", 401), ("/?user_id=billing", 401),
      ("/?user_id=other&token=TOKEN", 404), ("/?token=TOKEN", 404),
      ("/push?user_id=billing&token=TOKEN", 404), ("/?user_id=billing&token=TOKEN", 101),
    ])
  func `who may not read is refused before anything is upgraded`(
    target: String, status: Int
  ) async throws {
    try await TestServer.run(StubPBX(), configure: { $0.pushPort = 0 }) { server in
      let token = try await server.signIn().accessToken
      let target = target.replacing("TOKEN", with: token)
      try await Wire.connect(to: server.pushPort) { wire in
        let answered = try await wire.upgrade(target)
        #expect(answered == status)
      }
      // The API's own port has no push then.
      try await Wire.connect(to: server.port) { wire in
        let answered = try await wire.upgrade(target)
        #expect(answered == 404)
      }
      let plain = try await server.send("GET", target, on: server.pushPort).status
      #expect(plain == (status == 101 ? 426 : status))
    }
  }

  @Test func `frames that come along with the handshake do no harm`() async throws {
    let pbx = StubPBX()
    try await TestServer.run(pbx) { server in
      let token = try await server.signIn().accessToken
      try await Wire.connect(to: server.port) { wire in
        try await wire.send(
          Array(
            ("GET /?user_id=billing&token=\(token) HTTP/1.1\r\nHost: test\r\n"
              + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").utf8)
            + [0x89, 0x80, 0, 0, 0, 0])
        _ = try await wire.read(upTo: "\r\n\r\n")
        #expect(try await wire.readFrame()?.opcode == Wire.Frame.pongOpcode)
      }
    }
  }

  @Test func `a handshake that is not whole is answered`() async throws {
    try await TestServer.run(StubPBX()) { server in
      let token = try await server.signIn().accessToken
      let reply = try await server.send(
        "GET", "/?user_id=billing&token=\(token)",
        headers: ["Upgrade: websocket", "Sec-WebSocket-Version: 8"])
      #expect(reply.status == 426)
      #expect(reply.header("Sec-WebSocket-Version") == "13")
      let other = try await server.send("GET", "/nothing", headers: ["Upgrade: h2c"])
      #expect(other.status == 404)
    }
  }

  @Test func `a slow reader is left, and the others miss nothing`() async throws {
    let pbx = StubPBX()
    let count = 400
    try await TestServer.run(pbx, configure: { $0.limits.pushBacklog = 20 }) { server in
      let target = "/?user_id=billing&token=\(try await server.signIn().accessToken)"
      try await Wire.connect(to: server.port) { slow in
        _ = try await slow.upgrade(target)
        try await Wire.connect(to: server.port) { quick in
          _ = try await quick.upgrade(target)
          // Much more than the sockets hold, and each only when the last has been read.
          let message = [BillingRecord](repeating: Self.record, count: 200)
          for _ in 0..<count {
            pbx.push(message)
            #expect(try await quick.readFrame()?.opcode == 1)
          }
          var received = 0
          while let frame = try await slow.readFrame() {
            if frame.opcode == 1 { received += 1 }
            #expect(frame.opcode != Wire.Frame.pingOpcode, "it is left before it is asked")
          }
          #expect(received < count)
          pbx.push([Self.record])
          #expect(try await quick.readFrame()?.opcode == 1)
        }
      }
    }
  }

  @Test func `a reader that answers no ping is left`() async throws {
    try await TestServer.run(StubPBX(), configure: { $0.limits.pingTime = .milliseconds(50) }) {
      server in
      let target = "/?user_id=billing&token=\(try await server.signIn().accessToken)"
      try await Wire.connect(to: server.port) { wire in
        _ = try await wire.upgrade(target)
        #expect(try await wire.readFrame()?.opcode == Wire.Frame.pingOpcode)
        #expect(try await wire.readFrame() == nil)
      }
    }
  }

  @Test(arguments: [true, false])
  func `a server that stops says that it goes away`(answers: Bool) async throws {
    // Who answers must find a server that still waits, however late it answers.
    let patience = answers ? Duration.seconds(600) : .milliseconds(50)
    try await TestServer.run(StubPBX(), configure: { $0.limits.closeTime = patience }) { server in
      let target = "/?user_id=billing&token=\(try await server.signIn().accessToken)"
      try await Wire.connect(to: server.port) { wire in
        _ = try await wire.upgrade(target)
        server.stop()
        let frame = try await wire.readFrame()
        #expect(frame?.opcode == Wire.Frame.closeOpcode)
        #expect(frame?.closeCode == 1001)
        if answers { try await wire.sendFrame(Wire.Frame.closeOpcode, [3, 233]) }
        #expect(try await wire.readFrame() == nil)
      }
    }
  }

  @Test func `a server that stops amid a handshake says that it goes away`() async throws {
    let pbx = StubPBX()
    try await TestServer.run(pbx, configure: { $0.limits.stopTime = .seconds(600) }) { server in
      let target = "/?user_id=billing&token=\(try await server.signIn().accessToken)"
      let (stopped, stop) = AsyncStream<Void>.makeStream()
      pbx.holdPush {
        server.stop()
        for await _ in stopped {}
      }
      try await Wire.connect(to: server.port) { silent in
        try await Wire.connect(to: server.port) { wire in
          try await wire.sendHandshake(target)
          // It is left when the server stops.
          _ = try await silent.readToEnd()
          stop.finish()
          #expect(try await wire.readStatus() == 101)
          #expect(try await wire.readFrame()?.closeCode == 1001)
        }
      }
    }
  }

  @Test func `a feed that is lost ends the push with an error`() async throws {
    let pbx = StubPBX()
    try await TestServer.run(pbx) { server in
      let target = "/?user_id=billing&token=\(try await server.signIn().accessToken)"
      try await Wire.connect(to: server.port) { wire in
        _ = try await wire.upgrade(target)
        pbx.push([Self.record])
        pbx.loseFeed()
        #expect(try await wire.readFrame()?.opcode == 1)
        #expect(try await wire.readFrame()?.closeCode == 1011)
      }
    }
  }
}
