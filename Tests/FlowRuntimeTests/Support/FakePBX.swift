import FlowRuntime
import PBXModel
import PBXTestSupport

/// A PBX whose states follow a timetable, and which notes every request.
actor FakePBX: PartialPBXService, LabService {
  struct Row: Sendable {
    var from: Timestamp
    var state: DeviceState
    var channels: Int
  }

  private let clock: any PBXClock
  private var extensions: [String: [Row]] = [:]
  private var trunks: [String: [Row]] = [:]
  private var records: [(from: Timestamp, record: CallRecord)] = []
  private var refusals: [String: Int] = [:]
  private var reaction: @Sendable (String, isolated FakePBX) -> Void = { _, _ in }
  /// How long a status request is under way.
  private var latency: Duration = .zero
  private(set) var requests: [String] = []
  private var calls = 0

  init(clock: any PBXClock) {
    self.clock = clock
    for number in 8001...8010 {
      extensions[String(number)] = [Row(from: clock.now, state: .notInUse, channels: 0)]
    }
    trunks["trunkHWD"] = [Row(from: clock.now, state: .notInUse, channels: 0)]
  }

  // MARK: The timetable

  func set(_ number: String, _ state: DeviceState, _ channels: Int, after delay: Duration = .zero) {
    let row = Row(from: clock.now.advanced(by: delay), state: state, channels: channels)
    if trunks[number] != nil {
      trunks[number]?.append(row)
    } else {
      extensions[number]?.append(row)
    }
  }

  /// Adds idle extensions.
  func add(extensions: ClosedRange<Int>) {
    for number in extensions {
      self.extensions[String(number)] = [Row(from: clock.now, state: .notInUse, channels: 0)]
    }
  }

  /// Forgets what was to come, and sets a state from now on.
  func reset(_ number: String, _ state: DeviceState, _ channels: Int) {
    extensions[number]?.removeAll { $0.from > clock.now }
    set(number, state, channels)
  }

  func add(_ record: JSONObject, after delay: Duration = .zero) {
    records.append((clock.now.advanced(by: delay), CallRecord(json: record)))
  }

  func refuse(_ operation: String, with code: Int) {
    refusals[operation] = code
  }

  func setLatency(_ latency: Duration) {
    self.latency = latency
  }

  /// What happens when an operation has been taken: `dial 8001 -> 8002`.
  func react(_ reaction: @escaping @Sendable (String, isolated FakePBX) -> Void) {
    self.reaction = reaction
  }

  func requests(named prefix: String) -> [String] {
    requests.filter { $0.hasPrefix(prefix) }
  }

  func forgetRequests() {
    requests = []
  }

  private func now(of rows: [Row], at moment: Timestamp) -> Row? {
    rows.last { $0.from <= moment }
  }

  private func take(_ operation: String, _ words: String) throws(PBXError) {
    requests.append(words)
    if let code = refusals[operation] {
      throw PBXError(operation: operation, cause: .refused(APIErrorCode(rawValue: code)))
    }
    reaction(words, self)
  }

  // MARK: PBXService

  func dial(_ request: PBXModel.Dial) throws(PBXError) -> PBXModel.Dial.Answer {
    try take("call/dial", "dial \(request.extension) -> \(request.dest)")
    calls += 1
    return PBXModel.Dial.Answer(uniqueid: "hwd-1.\(calls)")
  }

  func transfer(_ request: PBXModel.Transfer) throws(PBXError) {
    try take(
      "call/transfer",
      "transfer \(request.kind.rawValue) \(request.extension) -> \(request.dest)")
  }

  func cancelAttendedTransfer(_ request: CancelAttendedTransfer) throws(PBXError) {
    try take("call/cancelAtxfer", "cancel \(request.extension)")
  }

  func hangup(_ request: PBXModel.Hangup) throws(PBXError) {
    try take("call/hangup", "hangup \(request.extension)")
  }

  func endpointStatus(
    _ request: ListEndpoints
  ) async throws(PBXError) -> Page<EndpointStatus> {
    let moment = clock.now
    requests.append("status \(request.endpoint ?? "all") \(request.page)")
    if latency > .zero { try? await clock.sleep(for: latency) }
    let numbers = extensions.keys.sorted().filter {
      request.endpoint == nil || $0 == request.endpoint
    }
    let first = (request.page - 1) * request.pageSize
    let rows = numbers.dropFirst(first).prefix(request.pageSize).compactMap { number in
      now(of: extensions[number] ?? [], at: moment).map {
        EndpointStatus(json: Self.json(number, $0))
      }
    }
    return Page(rows: rows, total: 0)
  }

  func trunkStatus(_ request: ListTrunks) throws(PBXError) -> Page<TrunkStatus> {
    requests.append("trunks \(request.page)")
    let rows = trunks.keys.sorted().compactMap { name in
      now(of: trunks[name] ?? [], at: clock.now).map { TrunkStatus(json: Self.json(name, $0)) }
    }
    return Page(rows: rows, total: 0)
  }

  func callRecords(_ request: ListCallRecords) throws(PBXError) -> Page<CallRecord> {
    requests.append("cdr \(request.page)" + (request.start.map { " from \($0)" } ?? ""))
    let rows = records.filter { $0.from <= clock.now }.map(\.record)
    let first = (request.page - 1) * request.pageSize
    return Page(rows: Array(rows.dropFirst(first).prefix(request.pageSize)), total: 0)
  }

  private static func json(_ name: String, _ row: Row) -> JSONObject {
    [
      "endpoint": .string(name), "state": .string(row.state.rawValue),
      "channels": .string("\(row.channels) of inf"),
    ]
  }

  // MARK: LabService

  func setBehavior(_ behavior: PhoneBehavior, of number: String) throws(PBXError) {
    try take("lab/behavior", "behavior \(number)")
  }

  func perform(_ action: PhoneAction, at number: String) throws(PBXError) {
    try take("lab/action", "action \(number)")
  }

  func dial(_ number: String, from phone: String) throws(PBXError) -> String {
    try take("lab/dial", "phone \(phone) dials \(number)")
    calls += 1
    return "hwd-1.\(calls)"
  }

  func placeIncomingCall(_ call: IncomingCall) throws(PBXError) -> String {
    try take("lab/incoming", "incoming \(call.caller) -> \(call.destination)")
    calls += 1
    return "hwd-1.\(calls)"
  }

  func audio(of number: String) throws(PBXError) -> Audio {
    try take("lab/audio", "audio \(number)")
    return Audio(number: number, hears: [], heardBy: [])
  }

  func labTime() throws(PBXError) -> LabTime { LabTime(.real, now: clock.now) }

  func advance(by duration: Duration) throws(PBXError) -> LabTime {
    throw PBXError(operation: AdvanceTime.name, cause: .lab("time passes by itself here"))
  }

  func inject(_ fault: Fault) throws(PBXError) {
    try take("lab/fault", "fault")
  }

  func clearFaults() throws(PBXError) {
    try take("lab/fault/clear", "clear faults")
  }

  func restoreBehaviors() throws(PBXError) {
    try take("lab/restore", "restore")
  }
}
