import NIOCore
import NIOWebSocket
import Synchronization

/// A connection of the billing push on SwiftNIO; it is closed when it is let go.
final class NIOPushSocket: PushSocket {
  private let channel: any Channel
  private let handler: NIOLoopBound<PushSocketHandler>
  private let lastWait = Mutex(0)
  private let random: @Sendable () -> UInt64

  /// Takes over a channel that speaks WebSocket; on its event loop.
  init(on channel: any Channel, random: @escaping @Sendable () -> UInt64) throws {
    let handler = PushSocketHandler(on: channel.eventLoop, random: random)
    try channel.pipeline.syncOperations.addHandlers([
      NIOWebSocketFrameAggregator(
        minNonFinalFragmentSize: 0,
        maxAccumulatedFrameCount: NIOPushConnector.mostFragments,
        maxAccumulatedFrameSize: NIOPushConnector.longestMessage),
      handler,
    ])
    self.channel = channel
    self.handler = NIOLoopBound(handler, eventLoop: channel.eventLoop)
    self.random = random
  }

  deinit {
    channel.close(promise: nil)
  }

  func next() async throws(PushFailure) -> PushFrame? {
    let wait = lastWait.withLock { number in
      number += 1
      return number
    }
    let handler = handler
    do {
      return try await withTaskCancellationHandler {
        try await channel.eventLoop.flatSubmit { handler.value.next(wait) }.get()
      } onCancel: {
        // May come before the wait itself does, hence the number.
        channel.eventLoop.execute { handler.value.cancel(wait) }
      }
    } catch let failure as PushFailure {
      throw failure
    } catch {
      throw .connection("the connection ended: \(error)")
    }
  }

  func send(_ frame: PushFrame) {
    guard channel.isWritable else { return }
    let (opcode, bytes): (WebSocketOpcode, [UInt8]) =
      switch frame {
      case .text(let bytes): (.text, bytes)
      case .binary: (.binary, [])
      case .ping(let bytes): (.ping, bytes)
      case .pong(let bytes): (.pong, bytes)
      }
    channel.writeAndFlush(
      WebSocketFrame(opcode, ByteBuffer(bytes: bytes), maskedWith: random), promise: nil)
  }

  func close() {
    let handler = handler
    channel.eventLoop.execute { handler.value.close() }
  }
}

extension WebSocketFrame {
  /// A whole frame as a client sends it.
  init(
    _ opcode: WebSocketOpcode, _ data: ByteBuffer, maskedWith random: @Sendable () -> UInt64
  ) {
    let bits = random()
    let mask = (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
    self.init(fin: true, opcode: opcode, maskKey: WebSocketMaskingKey(mask), data: data)
  }
}
