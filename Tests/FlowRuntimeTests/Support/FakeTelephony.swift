import FlowRuntime
import FlowSyntax
import PBXModel
import PBXTestSupport
import Synchronization

/// A telephone system whose samples and records are written down beforehand.
///
/// A sample is what is true in it, such as `8002 ringing`; each takes 200 ms, the last one stays.
final class FakeTelephony: Telephony {
  let clock: any PBXClock
  let log: FakeLog
  let plan: FakePlan
  var currentCall: Value = .null
  private var calls = 0
  private var sample = 0
  private var deadline: Timestamp?
  private var nextRecordIndex = 0

  init(plan: FakePlan, clock: any PBXClock, log: FakeLog) {
    self.plan = plan
    self.clock = clock
    self.log = log
  }

  func run(_ invocation: CommandInvocation) async throws(RuntimeFailure) -> Value {
    let arguments = invocation.arguments.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value.displayText)" }
    log.add(([invocation.verb] + arguments).joined(separator: " "))
    if plan.failingVerb == invocation.verb {
      let error = PBXError(operation: "call/\(invocation.verb)", cause: .unsupported)
      throw RuntimeFailure(kind: .operation(error), code: "E0401", message: "it failed")
    }
    guard invocation.verb == "dial" else { return .null }
    calls += 1
    let call = CallHandle(
      id: calls, extension: invocation.arguments["extension"]?.displayText ?? "",
      destination: invocation.arguments["dest"]?.displayText ?? "")
    currentCall = .call(call)
    return currentCall
  }

  func query(_ invocation: FunctionInvocation) async throws(RuntimeFailure) -> Value {
    switch invocation.name {
    case "endpoint":
      let number = invocation.arguments["number"]?.displayText ?? ""
      let isRinging = holds("\(number) ringing")
      return .record(
        EndpointStatus(json: [
          "endpoint": .string(number), "state": .string(isRinging ? "Ringing" : "Not in use"),
        ]))
    default:
      return .list(plan.records)
    }
  }

  private func holds(_ fact: String) -> Bool {
    plan.samples.isEmpty ? false : plan.samples[min(sample, plan.samples.count - 1)].contains(fact)
  }

  func sleep(for duration: Duration) async throws(RuntimeFailure) {
    do { try await clock.sleep(for: duration) } catch {
      throw RuntimeFailure(kind: .interrupted, code: "E0415", message: "interrupted")
    }
  }

  func isTrue(
    _ state: CallState, of subject: Value, isAwaited: Bool
  ) async throws(RuntimeFailure) -> Bool {
    holds("\(subject.displayText) \(state.rawValue)")
  }

  func wait(
    for state: CallState, of target: Value?, within limit: Duration?
  ) async throws(RuntimeFailure) {
    log.add("wait \(state.rawValue)")
  }

  func beginWaiting(within limit: Duration?, every interval: Duration?) {
    deadline = clock.now.advanced(by: limit ?? .seconds(10))
  }

  func nextSample() async throws(RuntimeFailure) -> Bool {
    guard let deadline, clock.now < deadline else { return false }
    try await sleep(for: .milliseconds(200))
    sample += 1
    return true
  }

  func endWaiting() -> [String] {
    guard deadline != nil else { return [] }
    deadline = nil
    log.add("wait closed")
    return ["looked \(sample) times"]
  }

  func beginRecordWait(of call: Value?, within limit: Duration?) async throws(RuntimeFailure) {
    nextRecordIndex = 0
  }

  func nextRecord() async throws(RuntimeFailure) -> Value {
    guard nextRecordIndex < plan.records.count else {
      throw RuntimeFailure(kind: .wait, code: "E0414", message: "no matching call record came")
    }
    nextRecordIndex += 1
    return plan.records[nextRecordIndex - 1]
  }

  func takeRecord() { log.add("record taken") }

  func takeNotes() -> [String] { [] }

  func leaveNothingBehind(telling tell: (String) -> Void) async -> [String] {
    log.add("cleaned up")
    do { try await clock.sleep(for: .seconds(1)) } catch { return ["the clean-up was cancelled"] }
    return plan.leftovers
  }
}

/// What a fake telephone system is to show.
struct FakePlan: Sendable {
  var samples: [Set<String>] = []
  var records: [Value] = []
  var leftovers: [String] = []
  var failingVerb: String?
}

struct FakeHub: TelephonyHub {
  let plan: FakePlan
  let clock: any PBXClock
  let log: FakeLog

  func run() async {}
  func makeBranch() -> sending any Telephony {
    FakeTelephony(plan: plan, clock: clock, log: log)
  }
}

/// What happened, one line each.
final class FakeLog: ExecutionObserver {
  private let content = Mutex<(lines: [String], events: [ExecutionEvent])>(([], []))

  func add(_ line: String) { content.withLock { $0.lines.append(line) } }

  func receive(_ event: ExecutionEvent) { content.withLock { $0.events.append(event) } }

  /// What was asked of the telephone system.
  var lines: [String] { content.withLock { $0.lines } }

  var events: [ExecutionEvent] { content.withLock { $0.events } }

  /// What `log` wrote.
  var logged: [String] {
    events.compactMap { event in
      if case .logged(let text, _) = event { return text }
      return nil
    }
  }

  var traces: [StatementTrace] {
    events.compactMap { event in
      if case .statementEnded(let trace) = event { return trace }
      return nil
    }
  }
}

/// A PBX that can do nothing.
struct FakeService: PartialPBXService {}
