import PBXClient
import PBXModel
import Synchronization
import VirtualTime

/// A PBX with a list of billing rows and a push that breaks off, both as a script says.
final class FakeBillingPBX: PushConnector {
  /// A row, and when it reaches the list and whoever is connected to the push.
  struct Row: Sendable {
    var record: BillingRecord
    var listedAt: Timestamp
    var pushedAt: Timestamp
  }

  /// What happens when.
  struct Script: Sendable {
    var rows: [Row] = []
    /// When all connections break off; what is under way is lost.
    var drops: [Timestamp] = []
    /// When nobody can connect.
    var outages: [Range<Timestamp>] = []
    /// When the list answers HTTP 503.
    var listOutages: [Range<Timestamp>] = []
    /// How long the list takes to answer.
    var listDelay = Duration.milliseconds(20)
    var answersPings = true
  }

  struct Log: Sendable {
    var connections: [Timestamp] = []
    var requests: [ListBillingRecords] = []
    var refusedTokens: [String] = []
    var usedTokens: [String] = []
    var sent: [PushFrame] = []
    var closed = 0
  }

  let script: Script
  let clock: any PBXClock
  private let state = Mutex(Log())
  /// What the attempts to connect meet, in order, before the script counts.
  private let failures: Mutex<[PushFailure]>

  init(_ script: Script, clock: any PBXClock, failures: [PushFailure] = []) {
    self.script = script
    self.clock = clock
    self.failures = Mutex(failures)
  }

  var log: Log { state.withLock { $0 } }

  func note(_ change: (inout Log) -> Void) {
    state.withLock { change(&$0) }
  }

  func connect(
    to address: PushAddress, certificateAuthority: String?, token: String
  ) async throws(PushFailure) -> any PushSocket {
    note { $0.usedTokens.append(token) }
    if let failure = failures.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { throw failure }
    let now = clock.now
    if script.outages.contains(where: { $0.contains(now) }) { throw .connection("refused") }
    note { $0.connections.append(now) }
    return FakePushSocket(pbx: self, at: now)
  }

  func list(_ request: ListBillingRecords) async throws(PBXError) -> Page<BillingRecord> {
    note { $0.requests.append(request) }
    try? await clock.sleep(for: script.listDelay)
    let now = clock.now
    if script.listOutages.contains(where: { $0.contains(now) }) {
      throw PBXError(operation: "cdr/list", cause: .unexpectedStatus(503))
    }
    let rows = script.rows.filter { row in
      let calldate = row.record.text("calldate")
      return row.listedAt <= now && calldate >= request.start && calldate < request.end
    }
    let sorted = rows.sorted { $0.listedAt < $1.listedAt }.map(\.record)
    let first = min((request.page - 1) * request.pageSize, sorted.count)
    let last = min(first + request.pageSize, sorted.count)
    return Page(rows: Array(sorted[first..<last]), total: 0)
  }

  /// The push of this PBX.
  func push(longestCall: Duration = .seconds(600)) -> BillingPush {
    BillingPush(
      address: PushAddress("ws://127.0.0.1:8282")!, zone: .china, longestCall: longestCall,
      connector: self, clock: clock, jitter: { 0 },
      token: { () async throws(PBXError) in "token \(self.log.refusedTokens.count)" },
      tokenWasRefused: { token in self.note { $0.refusedTokens.append(token) } },
      list: { request async throws(PBXError) in try await self.list(request) })
  }
}

/// A connection to the fake PBX.
final class FakePushSocket: PushSocket {
  private struct State {
    var due: [(at: Timestamp, frame: PushFrame)]
    var isClosed = false
  }

  private let pbx: FakeBillingPBX
  private let end: Timestamp
  private let state: Mutex<State>

  init(pbx: FakeBillingPBX, at now: Timestamp) {
    self.pbx = pbx
    let end = pbx.script.drops.filter { $0 > now }.min() ?? Timestamp(nanoseconds: .max)
    self.end = end
    let rows = pbx.script.rows.filter { $0.pushedAt >= now && $0.pushedAt < end }
    let due = rows.sorted { $0.pushedAt < $1.pushedAt }.map {
      (at: $0.pushedAt, frame: PushFrame($0.record))
    }
    state = Mutex(State(due: due))
  }

  func next() async throws(PushFailure) -> PushFrame? {
    while true {
      let now = pbx.clock.now
      if now >= end { return nil }
      let (frame, isClosed, next) = state.withLock { state in
        if let first = state.due.first, first.at <= now {
          return (state.due.removeFirst().frame as PushFrame?, state.isClosed, end)
        }
        return (nil, state.isClosed, min(end, state.due.first?.at ?? end))
      }
      if isClosed { return nil }
      if let frame { return frame }
      do {
        try await pbx.clock.sleep(until: next, tolerance: nil)
      } catch {
        throw .cancelled
      }
    }
  }

  func send(_ frame: PushFrame) {
    pbx.note { $0.sent.append(frame) }
    guard case .ping(let payload) = frame, pbx.script.answersPings else { return }
    let at = pbx.clock.now.advanced(by: .milliseconds(10))
    state.withLock { state in
      let place = state.due.firstIndex { $0.at > at } ?? state.due.endIndex
      state.due.insert((at, .pong(payload)), at: place)
    }
  }

  func close() {
    state.withLock { $0.isClosed = true }
    pbx.note { $0.closed += 1 }
  }
}

extension PushFrame {
  /// A message of records.
  init(_ records: BillingRecord...) {
    self = .text(BillingMessage(records: records).json.bytes())
  }
}

extension BillingRecord {
  /// A leg that began and ended at moments, in the zone of the fake PBX.
  init(_ id: String, from start: Timestamp, to end: Timestamp) {
    let zone = PBXTimeZone.china
    self.init(json: [
      "calldate": .string(zone.format(start)), "channel": "PJSIP/8001-00000017",
      "dstchannel": "PJSIP/8002-00000018", "lastapp": "Dial",
      "start": .string(zone.format(start)), "end": .string(zone.format(end)),
      "uniqueid": .string(id), "linkedid": .string(id),
    ])
  }
}

extension Timestamp {
  /// So many seconds after virtual time begins.
  static func at(_ seconds: Double) -> Timestamp {
    Timestamp.virtualStart.advanced(by: .milliseconds(Int((seconds * 1000).rounded())))
  }
}

/// What was given so far, from whatever task.
final class Given: Sendable {
  private let storage = Mutex<[(record: BillingRecord, at: Timestamp)]>([])

  func append(_ records: [BillingRecord], at now: Timestamp) {
    storage.withLock { $0 += records.map { ($0, now) } }
  }

  var ids: [String] { storage.withLock { $0.map(\.record.uniqueid) } }
  var times: [Timestamp] { storage.withLock { $0.map(\.at) } }
}

/// Runs the push of a script until a moment and answers what it gave.
func records(
  of script: FakeBillingPBX.Script, since: Timestamp? = nil, until end: Timestamp,
  failures: [PushFailure] = [],
  consume: @escaping @Sendable (any PBXClock) async throws -> Void = { _ in }
) async throws -> (given: Given, log: FakeBillingPBX.Log) {
  let executor = VirtualExecutor()
  let clock = VirtualClock(executor: executor)
  let pbx = FakeBillingPBX(script, clock: clock, failures: failures)
  let given = Given()
  try await executor.run {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await pbx.push().run(since: since) { records in
          given.append(records, at: clock.now)
          try await consume(clock)
        }
      }
      group.addTask { try await clock.sleep(until: end, tolerance: nil) }
      try await group.next()
      group.cancelAll()
      // The one that was cancelled says so.
      while let result = await group.nextResult() { _ = result }
    }
  }
  return (given, pbx.log)
}
