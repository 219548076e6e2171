import NIOCore
import Synchronization

/// An attempt to connect: its channels, of which there may be one for each address of the host, and
/// what ended it before its time.
final class PushAttempt: Sendable {
  private struct State {
    var channels: [any Channel] = []
    var reason: PushFailure?
    var isOver = false
  }

  private let state = Mutex(State())

  /// Why it was ended, nil where it ended by itself.
  var reason: PushFailure? { state.withLock { $0.reason } }

  /// Takes a channel, which is closed when the attempt is ended or takes too long.
  func adopt(_ channel: any Channel, for time: TimeAmount) {
    let isOver = state.withLock { state in
      state.channels.append(channel)
      return state.isOver
    }
    if isOver { channel.close(promise: nil) }
    let deadline = channel.eventLoop.scheduleTask(in: time) {
      self.abort(because: .timeout("the upgrade to WebSocket took too long"))
    }
    channel.closeFuture.whenComplete { _ in deadline.cancel() }
  }

  /// Ends the attempt, unless it has ended.
  func abort(because reason: PushFailure) {
    let channels: [any Channel] = state.withLock { state in
      if state.isOver { return [] }
      state.isOver = true
      state.reason = reason
      return state.channels
    }
    for channel in channels { channel.close(promise: nil) }
  }

  /// Ends the attempt with its channel open; false where it was ended before.
  func succeed() -> Bool {
    state.withLock { state in
      if state.isOver { return false }
      state.isOver = true
      state.channels = []
      return true
    }
  }
}
