import FlowRunner
import Glibc
import Synchronization

/// Text to a file descriptor, gathered into large writes.
///
/// Held text is written once it fills the buffer and on `flush`.
final class DescriptorOutput: TextOutput {
  private struct State {
    var buffer: [UInt8] = []
    var failure: FileError?
  }

  private static let capacity = 64 * 1024

  private let descriptor: Int32
  private let path: String
  private let onClosed: @Sendable () -> Void
  private let ownsDescriptor: Bool
  private let state = Mutex(State())

  /// - Parameter onClosed: called once, where the other end of a pipe has gone away.
  init(
    _ descriptor: Int32, path: String, ownsDescriptor: Bool = false,
    onClosed: @escaping @Sendable () -> Void = {}
  ) {
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
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
