import PBXModel

/// What an agent does, as a queue shows it: `status` of the API, by its number there.
enum AgentStatus: Int, Hashable, Sendable, CaseIterable {
  case signedOut = -1
  case ready = 0
  case onCall = 1
  case ringing = 2
  case wrapUp = 3
  case privateBreak = 4
  case businessBreak = 5
  /// In a call that came out of no queue.
  case outboundWork = 6
  /// In another one's call.
  case pickup = 7
  /// Has not answered a call a moment ago.
  case ringTimeout = 8
  /// In a break that lasts too long.
  case breakOverrun = 9
  case busyInAnotherQueue = 10
  case custom1 = 11
  case custom2 = 12
  case custom3 = 13

  init(_ pause: PauseCode) {
    switch pause {
    case .ready: self = .ready
    case .privateBreak: self = .privateBreak
    case .business: self = .businessBreak
    case .custom1: self = .custom1
    case .custom2: self = .custom2
    case .custom3: self = .custom3
    }
  }

  /// As `agent/getAgentStatus` says it.
  var english: String {
    switch self {
    case .signedOut: "Signed out"
    case .ready: "Ready"
    case .onCall: "On a call"
    case .ringing: "Ringing"
    case .wrapUp: "Wrap-up"
    case .privateBreak: "Private break"
    case .businessBreak: "Business break"
    case .outboundWork: "Outbound work"
    case .pickup: "Picked up a call"
    case .ringTimeout: "Ring time-out"
    case .breakOverrun: "Break overrun"
    case .busyInAnotherQueue: "Busy in another queue"
    case .custom1: "Custom state 1"
    case .custom2: "Custom state 2"
    case .custom3: "Custom state 3"
    }
  }

  /// As `status/queue` says it, in the words of the vendor's document.
  var chinese: String {
    switch self {
    case .signedOut: "未登录"
    case .ready: "就绪"
    case .onCall: "通话中"
    case .ringing: "振铃"
    case .wrapUp: "整理"
    case .privateBreak: "私事暂休"
    case .businessBreak: "公事暂休"
    case .outboundWork: "外拨工作"
    case .pickup: "代接电话"
    case .ringTimeout: "振铃超时"
    case .breakOverrun: "暂休超时"
    case .busyInAnotherQueue: "忙于其他队列"
    case .custom1: "自定义状态1"
    case .custom2: "自定义状态2"
    case .custom3: "自定义状态3"
    }
  }
}
