import Logging
import NIOCore
import NIOWebSocket
import PBXModel

/// Sends a service's billing records to the readers of the push, each at its own pace.
struct BillingPusher: Sendable {
  /// What has come to its end first.
  private enum Event {
    case disconnected
    case ended(PushEnd)
    /// What remains to be done is another's.
    case nothing
  }

  let service: any PBXService
  /// Messages that may wait for one reader.
  let backlog: Int
  let logger: Logger

  /// What ends from now on.
  func subscribe() async throws(PBXError) -> BillingFeed {
    try await service.billingPush()
  }

  /// Sends what comes until the connection ends, and ends it where the service has no more.
  ///
  /// The feed is emptied into a buffer of this reader's own, so that nobody else waits for it;
  /// where the buffer is full, the reader is the one to go.
  func run(_ feed: BillingFeed, on channel: any Channel) async {
    // The path alone: the token stands in the query.
    logger.info("GET \(BillingMessage.path) 101")
    let (messages, intake) = AsyncThrowingStream<[BillingRecord], any Error>.makeStream(
      bufferingPolicy: .bufferingOldest(max(1, backlog)))
    await withTaskGroup(of: Event.self) { group in
      group.addTask {
        _ = try? await channel.closeFuture.get()
        return .disconnected
      }
      group.addTask { await take(feed, into: intake) }
      group.addTask { await send(messages, over: channel) }
      var reason: PushEnd?
      for await event in group {
        switch event {
        case .nothing: continue
        case .disconnected: break
        case .ended(let end):
          reason = reason ?? end
          channel.pipeline.fireUserInboundEventTriggered(end)
        }
        // The connection closes in any case, and with it the rest of the group ends.
        group.cancelAll()
      }
      let how = reason.map { "\($0)" } ?? "disconnected"
      logger.info("GET \(BillingMessage.path) has ended", metadata: ["reason": "\(how)"])
    }
  }

  private func take(
    _ feed: BillingFeed,
    into intake: AsyncThrowingStream<[BillingRecord], any Error>.Continuation
  ) async -> Event {
    do {
      for try await records in feed {
        if case .dropped = intake.yield(records) { return .ended(.tooSlow) }
      }
      intake.finish()
    } catch {
      intake.finish(throwing: error)
    }
    return .nothing
  }

  private func send(
    _ messages: AsyncThrowingStream<[BillingRecord], any Error>, over channel: any Channel
  ) async -> Event {
    do {
      for try await records in messages {
        let text = BillingMessage(records: records).json.bytes(style: .vendor)
        let frame = WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(bytes: text))
        do {
          // The next one is made when this one has left: what waits, waits in the buffer.
          try await channel.writeAndFlush(frame)
        } catch {
          return .disconnected
        }
      }
    } catch {
      return .ended(.feedLost)
    }
    return Task.isCancelled ? .nothing : .ended(.feedEnded)
  }
}
