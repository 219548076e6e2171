import FlowSyntax

/// What the states mean, for completion and help.
extension CallState {
  /// One sentence.
  var summary: String {
    switch self {
    case .answered: "In a call."
    case .ended: "Its call is over."
    case .idle: "In no call, and not ringing."
    case .ringing: "Being called."
    }
  }

  /// Every way to write it.
  var forms: [String] {
    [
      "wait \(rawValue) [TARGET] [within TIME]",
      "TARGET is \(rawValue)",
      "TARGET is not \(rawValue)",
    ]
  }

  /// A piece of script that waits for it.
  var example: String {
    switch self {
    case .answered: "dial 8001 -> 8002; wait answered within 10s"
    case .ended: "dial 8001 -> 8002; wait answered; hangup; wait ended"
    case .idle: "expect 8002 is idle within 3s"
    case .ringing: "dial 8001 -> 8002; wait ringing"
    }
  }
}
