/// A row of `voicemail`: a message in a box.
public struct Voicemail: PBXRecord {
  public static let recordName = "voicemail"
  public static let fields = [
    RecordField("id", .number, "The message's number."),
    RecordField("calldate", "When it was left."),
    RecordField("callerid", "The caller's number."),
    RecordField("dst", "The box."),
    RecordField("is_read", "`yes` or `no`."),
    RecordField("duration", .number, "In seconds."),
    RecordField("hangup_time", "When it ended."),
    RecordField("recording", "The sound file's path, below `voicemail/`."),
    RecordField("uniqueid", "What identifies the channel."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  /// The one of the vendor's document.
  package static let example = Voicemail(json: [
    "id": 38, "calldate": "2024-08-22 15:02:16", "callerid": "8014", "dst": "8013",
    "is_read": "no", "duration": 10, "hangup_time": "2024-08-22 15:02:26",
    "recording": "voicemail/20240822/20240822-150216-8014-8013-hwd-1724310134.93.wav",
    "uniqueid": "hwd-1724310134.93",
  ])
}
