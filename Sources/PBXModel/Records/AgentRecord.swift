/// A record of `agent/getAgentStatus`: an agent in a queue.
public struct AgentRecord: PBXRecord {
  public static let recordName = "agent"
  public static let fields = [
    RecordField("agentid", "The agent's number."),
    RecordField("interfaceType", "Such as `PJSIP`."),
    RecordField("extension", "Where the agent works."),
    RecordField("queue", "The queue's number."),
    RecordField("penalty", "0 to 99."),
    RecordField("current", "The number now talked to."),
    RecordField("linkedid", "The call now talked in."),
    RecordField("dsStatus", "The extension's state."),
    RecordField("dsStatusDuration", "How long it has been so, `00:04:34`."),
    RecordField("direction", "The direction of the call."),
    RecordField("status", "The agent's state."),
    RecordField("statusDesc", "The same in words."),
    RecordField("statusDuration", "How long it has been so, `00:04:34`."),
    RecordField("callsCurrent", "How many calls there are now."),
    RecordField("callsTotal", "How many calls there were."),
    RecordField("login", "Undocumented; a number."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  public var agentID: String { text("agentid") }
  public var `extension`: String { text("extension") }
  public var queue: String { text("queue") }
  /// -1 signed out, 0 ready, 1 on a call, 2 ringing, 3 wrap-up, 4 private break, 5 business break,
  /// 6 outbound work, 7 picked up another's call, 8 ring time-out, 9 break overrun, 10 busy in
  /// another queue.
  public var status: Int { integer("status") }

  /// The one of the vendor's document.
  package static let example = AgentRecord(json: [
    "agentid": "1011", "interfaceType": "PJSIP", "extension": "8001", "queue": "200",
    "penalty": "1", "current": "", "linkedid": "", "dsStatus": "5",
    "dsStatusDuration": "00:04:34", "direction": "0", "status": "0", "statusDesc": "Ready",
    "statusDuration": "00:04:34", "callsCurrent": "0", "callsTotal": "274", "login": "274",
  ])
}
