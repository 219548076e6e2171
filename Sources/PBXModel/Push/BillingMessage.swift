/// A text message of the billing push: `{"type": "billing", "data": [record, …]}`.
public struct BillingMessage: Hashable, Sendable {
  public var records: [BillingRecord]

  public init(records: [BillingRecord]) {
    self.records = records
  }

  /// Nil for a message of another type or form.
  public init?(json: JSONValue) {
    guard let object = json.object, object["type"] == "billing" else { return nil }
    switch object["data"] {
    case .array(let values):
      let rows = values.compactMap(\.object)
      guard rows.count == values.count else { return nil }
      records = rows.map(BillingRecord.init(json:))
    case .object(let row): records = [BillingRecord(json: row)]
    default: return nil
    }
  }

  public var json: JSONValue {
    .object(["type": "billing", "data": .array(records.map { .object($0.json) })])
  }

  /// The path of the push below its address: a port of its own.
  public static let path = "/"
  /// The query item `user_id` that asks for the billing push.
  public static let userID = "billing"

  /// The two records of the vendor's document.
  package static let example = BillingMessage(records: [
    BillingRecord(json: [
      "calldate": "2025-06-19 17:13:55", "clid": "\"8002\" <8002>", "src": "8002", "dnid": "8001",
      "dst": "8001", "dcontext": "from-internal", "channel": "PJSIP/8002-00000026",
      "dstchannel": "PJSIP/8001-00000027", "lastapp": "Dial",
      "lastdata": "PJSIP/8001/sip:8001@192.168.7.139:56844;ob,45,Ttb(set-features^s^1)",
      "start": "2025-06-19 17:13:55", "answer": "2025-06-19 17:14:06",
      "end": "2025-06-19 17:14:19", "duration": 24, "billsec": 12, "disposition": "ANSWERED",
      "uniqueid": "hwd-1750324435.57", "linkedid": "hwd-1750324435.57", "billingid": "",
      "recording": "", "direction": "inter", "hangupsource": "PJSIP/8002-00000026",
    ]),
    BillingRecord(json: [
      "calldate": "2025-06-19 17:14:26", "clid": "\"8001\" <8001>", "src": "8001", "dnid": "8002",
      "dst": "8002", "dcontext": "from-internal", "channel": "PJSIP/8001-00000028",
      "dstchannel": "PJSIP/8002-00000029", "lastapp": "Dial",
      "lastdata": "PJSIP/8002/sip:8002@192.168.10.86:38730;transport=TCP,45,Ttb(set-features^s^1)",
      "start": "2025-06-19 17:14:26", "answer": "2025-06-19 17:14:27",
      "end": "2025-06-19 17:14:35", "duration": 9, "billsec": 7, "disposition": "ANSWERED",
      "uniqueid": "hwd-1750324466.60", "linkedid": "hwd-1750324466.60", "billingid": "",
      "recording": "", "direction": "inter", "hangupsource": "PJSIP/8002-00000029",
    ]),
  ])
}
