import PBXModel

/// A call record that is being written.
struct RecordDraft: Hashable, Sendable {
  /// How the dialling of the called party ended.
  enum DialStatus: Hashable, Sendable {
    case answered
    case noAnswer
    case busy
    /// The called party could not be reached.
    case unavailable
  }

  var src: String
  /// The name beside `src` in `clid`.
  var callerName: String
  var dst: String
  var dnid: String
  var context: String
  var channel: String
  var destinationChannel = ""
  var application: String
  var applicationData: String
  var start: Timestamp
  var answer: Timestamp?
  var end: Timestamp?
  var status: DialStatus?
  var uniqueid: String
  var linkedid: String
  /// `in`, `out`, `inter` or empty.
  var direction: String
  var trunkName = ""
  /// The agent whom it is about; empty where it is about none.
  var agentID = ""
  /// Whether an agent answered a caller of a queue in time, 1 or 0; -1 in all other rows, also of
  /// the same call, so that a call counts once.
  var serviceLevel = -1
  var hangupSource = ""
  /// The keys pressed in menus.
  var keys = ""
  var recorded = RecordedSpan()
  var hangupCause: HangupCause?

  /// An answered channel whose dialling reached nobody counts as answered: Asterisk goes by the
  /// channel, and the dialling left no party to go by.
  var disposition: String {
    switch status {
    case .noAnswer: "NO ANSWER"
    case .busy: "BUSY"
    case .answered: "ANSWERED"
    case .unavailable: answer == nil ? "FAILED" : "ANSWERED"
    case nil: answer == nil ? "NO ANSWER" : "ANSWERED"
    }
  }

  /// The next record of the same call, from a moment of the conversation on.
  func continued(at moment: Timestamp, with destinationChannel: String) -> RecordDraft {
    var next = self
    next.start = moment
    next.answer = moment
    next.end = nil
    next.status = .answered
    next.destinationChannel = destinationChannel
    next.serviceLevel = -1
    next.recorded = RecordedSpan(since: recorded.since == nil ? nil : moment)
    return next
  }

  /// The next record of the same call, from a moment on at which nobody has answered it.
  func renewed(at moment: Timestamp) -> RecordDraft {
    var next = continued(at: moment, with: "")
    next.status = nil
    next.hangupSource = ""
    next.hangupCause = nil
    next.agentID = ""
    return next
  }

  /// The row of the API, every documented field filled in or empty.
  func record(id: Int, details: RecordDetails, zone: PBXTimeZone) -> CallRecord {
    let end = end ?? start
    let begin = zone.format(start)
    var json: JSONObject = [
      "id": .integer(id), "calldate": .string(begin),
      "clid": .string("\"\(callerName)\" <\(src)>"), "src": .string(src), "dnid": .string(dnid),
      "dst": .string(dst), "dept_exten": "", "sipcallid": "", "dcontext": .string(context),
      "channel": .string(channel), "dstchannel": .string(destinationChannel),
      "callerip": .string(details.callerAddress), "calledip": .string(details.calledAddress),
      "lastapp": .string(application), "lastdata": .string(applicationData),
      "start": .string(begin), "answer": .string(answer.map(zone.format) ?? ""),
      "end": .string(zone.format(end)), "duration": .integer(Self.seconds(from: start, to: end)),
      "billsec": .integer(answer.map { Self.seconds(from: $0, to: end) } ?? 0),
      "disposition": .string(disposition), "amaflags": 3, "accountcode": "", "peeraccount": "",
      "uniqueid": .string(uniqueid), "linkedid": .string(linkedid), "userfield": "",
      "ivrdigit": .string(keys), "ivrflow": "", "sequence": .string(String(id)),
      "billingid": .string(details.billingID), "area_code": .string(details.areaCode), "city": "",
      "succ": 0, "billed": 0, "bill": "0.000", "musictype": 0,
    ]
    let rest: JSONObject = [
      "service_level": .integer(serviceLevel), "agentid": .string(agentID),
      "caller_recording": .string(details.callerRecording),
      "callee_recording": .string(details.calledRecording),
      "recording": .string(details.recording), "direction": .string(direction), "option": "",
      "numcalls": .integer(details.callCount),
      "loadavg": 0, "hangupsource": .string(hangupSource),
      "hangupcause": .string(hangupCause.map { String($0.rawValue) } ?? ""),
      "create_time": .string(zone.format(end)), "trunkName": .string(trunkName),
    ]
    for member in rest.members { json[member.name] = member.value }
    return CallRecord(json: json)
  }

  /// Whole seconds between two moments, the fraction cut off.
  private static func seconds(from start: Timestamp, to end: Timestamp) -> Int {
    Int(start.duration(to: end).components.seconds)
  }
}
