/// A row of `cdr`: the wide call record.
package struct CallRecord: PBXRecord {
  package static let recordName = "call record"
  package static let fieldNames = [
    "id", "calldate", "clid", "src", "dnid", "dst", "dept_exten", "sipcallid", "dcontext",
    "channel", "dstchannel", "callerip", "calledip", "lastapp", "lastdata", "start", "answer",
    "end", "duration", "billsec", "disposition", "amaflags", "accountcode", "peeraccount",
    "uniqueid", "linkedid", "userfield", "ivrdigit", "ivrflow", "sequence", "billingid",
    "area_code", "city", "succ", "billed", "bill", "musictype", "service_level", "agentid",
    "caller_recording", "callee_recording", "recording", "direction", "option", "numcalls",
    "loadavg", "hangupsource", "hangupcause", "create_time",
    "trunkName",
  ]

  package var json: JSONObject

  package init(json: JSONObject) {
    self.json = json
  }

  package var source: String { text("src") }
  package var destination: String { text("dst") }
  package var channel: String { text("channel") }
  package var destinationChannel: String { text("dstchannel") }
  package var lastApplication: String { text("lastapp") }
  /// Empty where nobody answered.
  package var answer: String { text("answer") }
  /// In whole seconds.
  package var duration: Int { integer("duration") }
  /// In whole seconds.
  package var billableSeconds: Int { integer("billsec") }
  package var disposition: String { text("disposition") }
  package var uniqueid: String { text("uniqueid") }
  package var linkedid: String { text("linkedid") }
}
