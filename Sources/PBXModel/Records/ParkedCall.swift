/// A row of `call/parkList`: a call in the parking lot.
public struct ParkedCall: PBXRecord {
  public static let recordName = "parked call"
  public static let fields = [
    RecordField("parkeeChannel", "The parked channel."),
    RecordField("parkeeChannelState", "Its state as a number."),
    RecordField("parkeeChannelStateDesc", "Its state in words."),
    RecordField("parkeeCallerIDNum", "The parked number."),
    RecordField("parkeeCallerIDName", "The name of the parked number."),
    RecordField("parkeeConnectedLineNum", "The extension that parked it."),
    RecordField("parkeeConnectedLineName", "The name of that extension."),
    RecordField("parkeeLanguage", "The parked channel's language."),
    RecordField("parkeeAccountCode", "The parked channel's account."),
    RecordField("parkeeContext", "The context it was parked from."),
    RecordField("parkeeExten", "The extension of that context."),
    RecordField("parkeePriority", "The priority in that context."),
    RecordField("parkeeUniqueid", "What identifies the channel."),
    RecordField("parkeeLinkedid", "What identifies the call."),
    RecordField("parkerDialString", "Who parked it, such as `PJSIP/8001`."),
    RecordField("parkingLot", "The lot."),
    RecordField("parkingSpace", "The space, such as `701`."),
    RecordField("parkingTimeout", "Seconds left; without a limit, 2^64 less the duration."),
    RecordField("parkingDuration", "Seconds parked."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  /// The seconds that are left before it rings back.
  ///
  /// Nil in a lot without a time-out, which Asterisk shows as a number below zero, wrapped around
  /// in 64 bits: 18446744073709551604 is 12 s after the park.
  public var secondsLeft: UInt64? {
    UInt64(text("parkingTimeout")).flatMap { $0 > UInt64(Int64.max) ? nil : $0 }
  }

  /// The one of the vendor's document.
  package static let example = ParkedCall(json: [
    "parkeeChannel": "PJSIP/trunkHWD-00000111", "parkeeChannelState": "6",
    "parkeeChannelStateDesc": "Up", "parkeeCallerIDNum": "18312345678",
    "parkeeCallerIDName": "18312345678", "parkeeConnectedLineNum": "8001",
    "parkeeConnectedLineName": "device", "parkeeLanguage": "cn", "parkeeAccountCode": "",
    "parkeeContext": "q200", "parkeeExten": "200", "parkeePriority": "7",
    "parkeeUniqueid": "hwd-1750753562.627", "parkeeLinkedid": "hwd-1750753562.627",
    "parkerDialString": "PJSIP/8001", "parkingLot": "default", "parkingSpace": "701",
    "parkingTimeout": "18446744073709551604", "parkingDuration": "12",
  ])
}
