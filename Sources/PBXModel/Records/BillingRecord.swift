/// A row of `cdr/list`, and of the billing push: the narrow call record.
public struct BillingRecord: CallDetailRecord {
  public static let recordName = "billing record"
  public static let fields = [
    RecordField("calldate", "When the call began."),
    RecordField("clid", "The caller, name and number."),
    RecordField("src", "The caller's number."),
    RecordField("dnid", "The number that was dialled."),
    RecordField("dst", "The destination."),
    RecordField("dcontext", "The destination's context."),
    RecordField("channel", "The caller's channel."),
    RecordField("dstchannel", "The called party's channel."),
    RecordField("lastapp", "The last application of the dialplan."),
    RecordField("lastdata", "What it was given."),
    RecordField("start", "When the call began."),
    RecordField("answer", "When it was answered; empty where it was not."),
    RecordField("end", "When it ended."),
    RecordField("duration", .number, "In whole seconds."),
    RecordField("billsec", .number, "In whole seconds, from the answer on."),
    RecordField("disposition", "`ANSWERED`, `NO ANSWER`, `FAILED` or `BUSY`."),
    RecordField("uniqueid", "What identifies the channel."),
    RecordField("linkedid", "What all legs of a call share."),
    RecordField("billingid", "Who pays."),
    RecordField("recording", "The sound file's path, below `monitor/`."),
    RecordField("direction", "`in`, `out`, `inter` or empty."),
    RecordField("hangupsource", "The channel that hung up."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  /// The one of the vendor's document.
  package static let example = BillingRecord(json: [
    "calldate": "2025-05-21 10:19:10", "clid": " <18551811888>", "src": "18551811888",
    "dnid": "55555", "dst": "55555", "dcontext": "from-internal",
    "channel": "PJSIP/8001-00000017", "dstchannel": "PJSIP/trunkHWD-00000018", "lastapp": "Dial",
    "lastdata": "PJSIP/55555@trunkHWD,45,Ttb(set-features^s^1)", "start": "2025-05-21 10:19:10",
    "answer": "2025-05-21 10:19:15", "end": "2025-05-21 10:24:15", "duration": 304,
    "billsec": 299, "disposition": "ANSWERED", "uniqueid": "hwd-1747793950.38",
    "linkedid": "hwd-1747793950.38", "billingid": "8001", "recording": "", "direction": "out",
    "hangupsource": "",
  ])
}
