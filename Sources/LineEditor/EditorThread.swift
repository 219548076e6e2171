import Glibc

/// A thread of its own for libedit, which blocks and is not thread-safe.
enum EditorThread {
  /// Runs a body on a new thread that ends with it.
  static func start(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    // The box is retained here and released by the thread, which is its only other user.
    let box = Unmanaged.passRetained(Box(body)).toOpaque()
    let result = pthread_create(&thread, nil, runBox, box)
    precondition(result == 0, "no thread can be made")
    pthread_detach(thread)
  }

  private final class Box: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  private static let runBox: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
    { pointer in
      if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body() }
      return nil
    }
}
