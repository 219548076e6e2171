/// A row of `status/wait`: a caller who waits in a queue.
public struct WaitingCaller: PBXRecord {
  public static let recordName = "waiting caller"
  public static let fields = [
    RecordField("serialNo", "The place in the queue, from 1."),
    RecordField("callerid", "The caller's number."),
    RecordField("channel", "The caller's channel."),
    RecordField("linkedid", "What identifies the call."),
    RecordField("queue", "The queue's number."),
    RecordField("waitTime", "Minutes and seconds, such as `0:12`."),
    RecordField("prio", "The priority."),
    RecordField("ivr", "The keys pressed before."),
    RecordField("ac", "The caller's area code."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  /// The one of the vendor's document.
  package static let example = WaitingCaller(json: [
    "serialNo": "1", "callerid": "18312345678", "channel": "PJSIP/trunkHWD-00000121",
    "linkedid": "hwd-1750839936.661", "queue": "200", "waitTime": "0:12", "prio": "0", "ivr": "",
    "ac": "0755",
  ])
}
