package import PBXModel

/// How a call really ended, as a script calls it.
package enum CallOutcome: String, Hashable, Sendable, CaseIterable {
  case answered
  case busy
  case failed
  case noAnswer = "no answer"
}

extension CallRecord {
  /// Read from more than the disposition: a call that the PBX dialled to a phone that is not
  /// registered is recorded as answered, with no channel of the other end.
  package var outcome: CallOutcome {
    switch disposition {
    case "ANSWERED", "ANSWERD", "8":
      lastApplication == "Dial" && destinationChannel.isEmpty && duration == 0 ? .failed : .answered
    case "BUSY": .busy
    case "NO ANSWER": .noAnswer
    default: .failed
    }
  }
}
