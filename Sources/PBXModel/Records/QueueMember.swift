/// A row of `status/queue`: an agent of the queue, the states in Chinese words.
public struct QueueMember: PBXRecord {
  public static let recordName = "queue member"
  public static let fields =
    AgentRecord.fields + [
      RecordField("dsStatusDesc", "The extension's state with its duration."),
      RecordField("sampleTime", .nothing, "Null in the document."),
    ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  /// The one of the vendor's document.
  package static let example = QueueMember(json: [
    "agentid": "1011", "interfaceType": "PJSIP", "extension": "8001", "queue": "200",
    "penalty": "0", "current": "", "linkedid": "", "dsStatus": "空闲",
    "dsStatusDuration": "00:10:36", "direction": "0", "status": "就绪",
    "statusDesc": "就绪(00:10:36)", "statusDuration": "00:10:36", "callsCurrent": "0",
    "callsTotal": "636", "login": "636", "dsStatusDesc": "空闲(00:10:36)", "sampleTime": .null,
  ])
}
