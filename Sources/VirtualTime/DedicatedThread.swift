import Glibc

/// A thread of its own, for work that must not occupy one of the cooperative pool.
enum DedicatedThread {
  /// An interpreter's calls nest deeper than the half megabyte that some systems give a thread.
  private static let stackSize = 16 << 20

  private final class Body {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  /// Starts a detached thread; it ends when the body does.
  static func start(_ run: @escaping @Sendable () -> Void) {
    let body = Unmanaged.passRetained(Body(run)).toOpaque()
    precondition(create(with: body) == 0, "the system gives no thread")
  }

  private static func create(with body: UnsafeMutableRawPointer) -> Int32 {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, body)
    pthread_attr_destroy(&attributes)
    return status
  }
}
