import PBXModel

/// An agent signed in to a queue.
struct Member: Hashable, Sendable {
  /// A break that goes on.
  struct Break: Hashable, Sendable {
    var code: PauseCode
    /// The words it was given; nil where it was given none.
    var reason: String?
    var begin: Timestamp
  }

  /// Counts up from one signing in to the next, so that it tells their order.
  let serial: Int
  let agentID: String
  let `extension`: String
  /// 0 to 99; the lowest is called first.
  let penalty: Int
  /// When the agent signed in.
  let begin: Timestamp
  var pause: Break?
  /// When the last break ended.
  var resumed: Timestamp?
  /// The calls taken out of this queue since the agent signed in.
  var calls = 0
  /// Those that were taken at this extension before.
  var earlierCalls = 0
  /// When the last call out of any queue ended.
  var lastCall: Timestamp?
  /// When a call last rang without an answer.
  var lastMiss: Timestamp?
  /// When the agent signed out; nil while signed in.
  var end: Timestamp?

  /// Takes the calls, or a break, from a moment on; the same break goes on where it is set again.
  mutating func setPause(_ code: PauseCode, reason: String?, at moment: Timestamp) {
    if code == .ready {
      if pause != nil { resumed = moment }
      pause = nil
    } else {
      let begin = pause?.code == code ? pause?.begin : nil
      pause = Break(code: code, reason: reason, begin: begin ?? moment)
    }
  }
}
