import Glibc
import Synchronization

/// What the rest of the program asks of the editor's thread, in order, and the bell that wakes it.
///
/// The bell is a pipe, so that the thread can wait for it and for a key at once, and so that a
/// signal handler can ring it: a zero says "look at the queue", any other byte is a signal.
final class Mailbox: Sendable {
  enum Message: Sendable {
    /// Print a text on lines of its own.
    case print(String)
    /// Add an entry to the history.
    case remember(String)
    case read(ReadRequest)
    /// Put the terminal back and end the thread.
    case close(CheckedContinuation<Void, Never>)
  }

  struct ReadRequest: Sendable {
    var id: Int
    var prompt: String
    var continuation: CheckedContinuation<Input, Never>
  }

  private struct State: Sendable {
    var queue: [Message] = []
    var cancelledReads: Set<Int> = []
    var nextReadID = 0
    var interruptAction: (@Sendable () -> Void)?
    var isClosed = false
  }

  private let state = Mutex(State())
  /// Becomes readable whenever there is something to look at; non-blocking.
  let bellReader: Int32
  /// Where signals are routed; non-blocking, since a full pipe has rung already.
  let bellWriter: Int32

  init() {
    var ends: [Int32] = [0, 0]
    precondition(pipe(&ends) == 0, "no descriptor is left for a pipe")
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    bellReader = ends[0]
    bellWriter = ends[1]
  }

  /// Hands a message over; false once the editor is closed, when nobody would read it.
  @discardableResult
  func post(_ message: Message) -> Bool {
    state.withLock { state in
      guard !state.isClosed else { return false }
      state.queue.append(message)
      ring()
      return true
    }
  }

  /// The next message, if there is one.
  func next() -> Message? {
    state.withLock { $0.queue.isEmpty ? nil : $0.queue.removeFirst() }
  }

  /// Puts back a message that must be looked at again, before all others.
  func putBack(_ message: Message) {
    state.withLock { $0.queue.insert(message, at: 0) }
  }

  func makeReadID() -> Int {
    state.withLock { state in
      state.nextReadID += 1
      return state.nextReadID
    }
  }

  /// Gives a read up, whether it has begun or not.
  func cancelRead(_ id: Int) {
    state.withLock { state in
      guard !state.isClosed else { return }
      state.cancelledReads.insert(id)
      ring()
    }
  }

  func isCancelled(_ id: Int) -> Bool {
    state.withLock { $0.cancelledReads.contains(id) }
  }

  /// What Ctrl-C does while no line is being typed.
  var interruptAction: (@Sendable () -> Void)? {
    get { state.withLock { $0.interruptAction } }
    set { state.withLock { $0.interruptAction = newValue } }
  }

  /// Empties the bell and answers the signals that came since.
  func takeSignals() -> [Int32] {
    var signals: [Int32] = []
    var bytes = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(bellReader, &bytes, bytes.count)
      guard count > 0 else { return signals }
      signals += bytes[..<count].lazy.filter { $0 != 0 }.map(Int32.init)
    }
  }

  /// Refuses further messages, closes the bell and answers what nobody will look at any more.
  func close() -> [Message] {
    state.withLock { state in
      state.isClosed = true
      Glibc.close(bellReader)
      Glibc.close(bellWriter)
      defer { state.queue = [] }
      return state.queue
    }
  }

  /// Called with the lock held, so that the pipe cannot be closed meanwhile.
  private func ring() {
    var byte: UInt8 = 0
    _ = write(bellWriter, &byte, 1)
  }
}
