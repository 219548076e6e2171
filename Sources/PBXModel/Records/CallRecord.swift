/// A row of `cdr`: the wide call record.
public struct CallRecord: CallDetailRecord {
  public static let recordName = "call record"
  public static let fields = [
    RecordField("id", .number, "The number of the row."),
    RecordField("calldate", "When the call began."),
    RecordField("clid", "The caller, name and number."),
    RecordField("src", "The caller's number."),
    RecordField("dnid", "The number that was dialled."),
    RecordField("dst", "The destination."),
    RecordField("dept_exten", "A department's extension."),
    RecordField("sipcallid", "The Call-ID of SIP."),
    RecordField("dcontext", "The destination's context."),
    RecordField("channel", "The caller's channel."),
    RecordField("dstchannel", "The called party's channel."),
    RecordField("callerip", "The caller's address."),
    RecordField("calledip", "The called party's address."),
    RecordField("lastapp", "The last application of the dialplan."),
    RecordField("lastdata", "What it was given."),
    RecordField("start", "When the call began."),
    RecordField("answer", "When it was answered; empty where it was not."),
    RecordField("end", "When it ended."),
    RecordField("duration", .number, "In whole seconds."),
    RecordField("billsec", .number, "In whole seconds, from the answer on."),
    RecordField("disposition", "`ANSWERED`, `NO ANSWER`, `FAILED` or `BUSY`."),
    RecordField("amaflags", .number, "Undocumented."),
    RecordField("accountcode", "An account."),
    RecordField("peeraccount", "The peer's account."),
    RecordField("uniqueid", "What identifies the channel."),
    RecordField("linkedid", "What all legs of a call share."),
    RecordField("userfield", "Undocumented."),
    RecordField("ivrdigit", "The keys pressed in a menu."),
    RecordField("ivrflow", "Undocumented."),
    RecordField("sequence", "The record's number in the call."),
    RecordField("billingid", "Who pays."),
    RecordField("area_code", "The number's area code."),
    RecordField("city", "The number's city."),
    RecordField("succ", .number, "Undocumented."),
    RecordField("billed", .number, "Whether it is billed."),
    RecordField("bill", "What it costs."),
    RecordField("musictype", .number, "The kind of transfer."),
    RecordField("service_level", .number, "The service level."),
    RecordField("agentid", "The agent's number."),
    RecordField("caller_recording", "`force`, `dontcare`, `never` or `onetouch`."),
    RecordField("callee_recording", "The same for the called party."),
    RecordField("recording", "The sound file's path, below `monitor/`."),
    RecordField("direction", "`in`, `out`, `inter` or empty."),
    RecordField("option", "Undocumented."),
    RecordField("numcalls", .number, "How many calls there were then."),
    RecordField("loadavg", .number, "The machine's load then."),
    RecordField("hangupsource", "The channel that hung up."),
    RecordField("hangupcause", "The cause by its number in Q.850."),
    RecordField("create_time", "When the row was written."),
    RecordField("trunkName", "The trunk."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  /// The one of the vendor's document.
  package static let example = CallRecord(json: [
    "id": 13, "calldate": "2024-02-02 12:12:10", "clid": "\"8002\" <8002>", "src": "8002",
    "dnid": "", "dst": "8001", "dept_exten": "", "sipcallid": "", "dcontext": "from-internal",
    "channel": "PJSIP/8002-00000000", "dstchannel": "PJSIP/8001-00000001", "callerip": "",
    "calledip": "", "lastapp": "Dial", "lastdata": "PJSIP/8001,45,Wwtm",
    "start": "2019-10-10 08:08:08", "answer": "2019-10-10 08:08:08",
    "end": "2019-10-10 08:08:08", "duration": 0, "billsec": 0, "disposition": "8", "amaflags": 3,
    "accountcode": "", "peeraccount": "", "uniqueid": "1706847115.0", "linkedid": "",
    "userfield": "", "ivrdigit": "", "ivrflow": "", "sequence": "", "billingid": "",
    "area_code": "", "city": "", "succ": 0, "billed": 0, "bill": "0.000", "musictype": 0,
    "service_level": -1, "agentid": "", "recording": "", "option": "", "numcalls": 0,
    "loadavg": 0, "hangupsource": "", "hangupcause": "", "create_time": "2024-02-02 12:12:10",
    "trunkName": "",
  ])
}
