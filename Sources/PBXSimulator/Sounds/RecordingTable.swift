import PBXModel

/// The sound files of calls, as what is known about each: the sound is made when it is asked for.
struct RecordingTable: Sendable {
  private var callsByPath: [String: RecordedCall] = [:]

  subscript(path: String) -> RecordedCall? { callsByPath[path] }

  /// Keeps a recording, and answers its path: another one where two parts of a call that began in
  /// the same second would have the same.
  mutating func add(_ call: RecordedCall, at path: String) -> String {
    var free = path
    var number = 1
    while callsByPath[free] != nil {
      number += 1
      free = "\(path.dropLast(".wav".count))-\(number).wav"
    }
    callsByPath[free] = call
    return free
  }
}

/// A conversation that was recorded.
struct RecordedCall: Hashable, Sendable {
  var caller: String
  var called: String
  var length: Duration
}
