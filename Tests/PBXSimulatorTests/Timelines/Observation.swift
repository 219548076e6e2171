import PBXModel
import PBXSimulator

/// What a run showed, in a form that a recording and a simulated run have in common.
struct Observation: Equatable {
  /// A call record; `dst`, `answer` and the like as far as recordings have them.
  struct Record: Hashable, Comparable {
    var text: String

    static func < (left: Record, right: Record) -> Bool { left.text < right.text }
  }

  /// The states of each endpoint in their order, as they were published; a poll misses short ones.
  var states: [String: [String]] = [:]
  /// Sorted: the order of records that come in the same millisecond means nothing.
  var records: [Record] = []
  /// The causes that the channels of each device ended with.
  var causes: [String: [Int]] = [:]

  private mutating func add(state: String, of endpoint: String) {
    guard states[endpoint]?.last != state else { return }
    states[endpoint, default: []].append(state)
  }

  private mutating func sort() {
    records.sort()
    for device in causes.keys { causes[device]?.sort() }
  }
}

extension Observation {
  init(of run: RecordedRun) {
    let devices = Set(
      run.timeline.lines.filter { $0.name == "Newchannel" }
        .map { ChannelName(text: $0["Channel"]).device })
    for line in run.timeline.lines where line.kind == .event {
      switch line.name {
      case "DeviceStateChange" where line["Device"].hasPrefix("PJSIP/"):
        let device = String(line["Device"].dropFirst("PJSIP/".count))
        // Rule 10 of `RecordedRun`.
        guard devices.contains(device) else { continue }
        add(state: Self.stateNames[line["State"]] ?? line["State"], of: device)
      // Rules 2 and 9.
      case "Cdr" where !["Hangup", "Return"].contains(line["LastApplication"]):
        records.append(Record(line))
      case "Hangup":
        let device = ChannelName(text: line["Channel"]).device
        let isCaller = line["ChannelStateDesc"] == "Up" || line["ChannelStateDesc"] == "Ring"
        let cause = Int(line["Cause"]) ?? -1
        causes[device, default: []].append(isCaller && cause == 0 ? 19 : cause)
      default: break
      }
    }
    addUnwrittenRecord(of: run)
    sort()
  }

  /// Rule 3 of `RecordedRun`.
  private mutating func addUnwrittenRecord(of run: RecordedRun) {
    guard records.isEmpty,
      let handler = run.timeline.lines.first(where: { $0.name == "HangupHandlerRun" })
    else { return }
    let number = String(run.timeline.name.suffix(4))
    let isOriginated = run.timeline.lines.contains { $0.name == "OriginateResponse" }
    records.append(
      Record(
        channel: handler["Channel"], disposition: isOriginated ? "ANSWERED" : "FAILED",
        duration: "0", billsec: "0", destination: number, destinationChannel: "",
        application: "Dial", data: "PJSIP/\(number),\(run.limits.ring.components.seconds),TtkK"))
  }

  private static let stateNames = [
    "RINGING": "Ringing", "INUSE": "In use", "NOT_INUSE": "Not in use", "BUSY": "Busy",
    "RINGINUSE": "Ring+Inuse", "ONHOLD": "On Hold", "UNAVAILABLE": "Unavailable",
  ]

  init(of events: [PBXEvent]) {
    for event in events {
      switch event.kind {
      case .stateChanged(let endpoint, let state): add(state: state.rawValue, of: endpoint)
      case .recorded(let record): records.append(Record(record))
      case .ended(let party, let cause):
        causes[ChannelName(text: party.channel).device, default: []].append(cause.rawValue)
      case .created, .ringing, .answered, .bridged, .held, .resumed, .parked, .queued: break
      }
    }
    sort()
  }
}

extension Observation.Record {
  init(
    channel: String, disposition: String, duration: String, billsec: String, destination: String,
    destinationChannel: String, application: String, data: String
  ) {
    let called = ChannelName(text: destinationChannel).device
    text = [
      ChannelName(text: channel).device, disposition, "duration \(duration)", "billsec \(billsec)",
      "dst \(destination)", "dstchannel \(called)", "\(application)(\(data))",
    ].joined(separator: ", ")
  }

  init(_ line: Timeline.Line) {
    // Rule 13 of `RecordedRun`.
    let destination = line["LastApplication"] == "ParkedCall" ? "s" : line["Destination"]
    self.init(
      channel: line["Channel"], disposition: line["Disposition"], duration: line["Duration"],
      billsec: line["BillableSeconds"], destination: destination,
      destinationChannel: line["DestinationChannel"], application: line["LastApplication"],
      data: line["LastData"])
  }

  init(_ record: CallRecord) {
    self.init(
      channel: record.channel, disposition: record.disposition, duration: record.text("duration"),
      billsec: record.text("billsec"), destination: record.destination,
      destinationChannel: record.destinationChannel, application: record.lastApplication,
      data: record.text("lastdata"))
  }
}
