package import PBXModel

/// How a call really ended, as a script calls it.
package enum CallOutcome: String, Hashable, Sendable, CaseIterable {
  case answered
  case busy
  case failed
  case noAnswer = "no answer"
}

extension CallRecord {
  /// Read from more than the disposition.
  ///
  /// A call that the PBX dialled to a phone that is not registered is recorded as answered, because
  /// the acting phone did answer; but no channel of the other end stands in its record.
  package var outcome: CallOutcome {
    switch disposition {
    case "ANSWERED", "ANSWERD", "8":
      lastApplication == "Dial" && destinationChannel.isEmpty ? .failed : .answered
    case "BUSY": .busy
    case "NO ANSWER": .noAnswer
    default: .failed
    }
  }
}
