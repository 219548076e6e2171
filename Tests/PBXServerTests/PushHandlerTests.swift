import NIOCore
import NIOEmbedded
import NIOWebSocket
import Testing

@testable import PBXServer

/// When a connection of the push is asked, and when it is left, on a clock that the test moves.
struct PushHandlerTests {
  private let channel: EmbeddedChannel

  private static var limits: PBXServer.Limits {
    var limits = PBXServer.Limits()
    limits.pingTime = .seconds(30)
    limits.closeTime = .seconds(2)
    return limits
  }

  init() throws {
    channel = EmbeddedChannel(handler: PushHandler(limits: Self.limits, isStopping: false))
    channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
    try #require(channel.isActive)
  }

  private func sent() throws -> WebSocketOpcode? {
    try channel.readOutbound(as: WebSocketFrame.self)?.opcode
  }

  private func receive(_ opcode: WebSocketOpcode) throws {
    try channel.writeInbound(WebSocketFrame(fin: true, opcode: opcode, data: ByteBuffer()))
  }

  private func pass(_ time: TimeAmount) {
    channel.embeddedEventLoop.advanceTime(by: time)
  }

  @Test func `a reader that answers its pings stays`() throws {
    for _ in 0..<5 {
      pass(.seconds(29))
      #expect(try sent() == nil)
      pass(.seconds(1))
      #expect(try sent() == .ping)
      // Just before the next one would be due.
      pass(.seconds(29))
      try receive(.pong)
      pass(.seconds(1))
      #expect(try sent() == .ping)
      try receive(.pong)
    }
    #expect(channel.isActive)
  }

  @Test func `a reader that answers no ping is left`() throws {
    pass(.seconds(30))
    #expect(try sent() == .ping)
    pass(.seconds(29))
    #expect(channel.isActive)
    pass(.seconds(1))
    #expect(!channel.isActive)
    #expect(try sent() == nil)
  }

  @Test(arguments: [true, false])
  func `a goodbye is waited for, but not for long`(isAnswered: Bool) throws {
    channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    #expect(try sent() == .connectionClose)
    #expect(channel.isActive)
    if isAnswered {
      try receive(.connectionClose)
    } else {
      pass(.milliseconds(1999))
      #expect(channel.isActive)
      pass(.milliseconds(1))
    }
    #expect(!channel.isActive)
  }
}
