import FlowRunner
import Glibc
import Synchronization

/// Text to a file descriptor, gathered into large writes.
///
/// Held text is written once it fills the buffer and on `flush`. A reader that does not read holds
/// a run up for as long as it likes; once the run is interrupted only for `patience`.
final class DescriptorOutput: TextOutput {
  private struct State {
    var buffer: [UInt8] = []
    var failure: FileError?
  }

  private static let capacity = 64 * 1024
  /// As much as a pipe that is ready to be written takes without blocking: PIPE_BUF.
  private static let portion = 4096
  /// How long an interrupted run waits for its reader, in milliseconds.
  private static let patience = 2000
  /// How often it looks meanwhile whether it was interrupted, in milliseconds.
  private static let step = 100

  private let descriptor: Int32
  private let path: String
  private let onClosed: @Sendable () -> Void
  private let isInterrupted: @Sendable () -> Bool
  private let ownsDescriptor: Bool
  private let state = Mutex(State())

  /// - Parameters:
  ///   - isInterrupted: whether a write that cannot go on is to be given up soon.
  ///   - onClosed: called once, where the other end of a pipe has gone away.
  init(
    _ descriptor: Int32, path: String, ownsDescriptor: Bool = false,
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    onClosed: @escaping @Sendable () -> Void = {}
  ) {
    self.isInterrupted = isInterrupted
    self.descriptor = descriptor
    self.path = path
    self.ownsDescriptor = ownsDescriptor
    self.onClosed = onClosed
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  var failure: FileError? { state.withLock { $0.failure } }

  func write(_ text: String) {
    let isFull = state.withLock { state in
      state.buffer.append(contentsOf: text.utf8)
      return state.buffer.count >= Self.capacity
    }
    if isFull { flush() }
  }

  func flush() {
    let hasClosed = state.withLock { state in
      defer { state.buffer.removeAll(keepingCapacity: true) }
      guard state.failure == nil, let code = drain(state.buffer) else { return false }
      state.failure = FileError(path: path, reason: String(cString: strerror(code)))
      return code == EPIPE
    }
    if hasClosed { onClosed() }
  }

  /// Writes all of it, however many calls that takes; the system's error where it cannot.
  private func drain(_ bytes: [UInt8]) -> Int32? {
    var start = 0
    while start < bytes.count {
      guard waitUntilReady() else { return ETIMEDOUT }
      let end = min(start + Self.portion, bytes.count)
      let count = bytes[start..<end].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR, errno != EAGAIN {
        return errno
      }
    }
    return nil
  }

  /// Waits until a write does not block; false where an interrupted run has waited long enough.
  private func waitUntilReady() -> Bool {
    var waited = 0
    while true {
      var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      // What cannot be asked is left to the write to say.
      if poll(&ready, 1, Int32(Self.step)) != 0 { return true }
      if isInterrupted() { waited += Self.step }
      if waited >= Self.patience { return false }
    }
  }
}
