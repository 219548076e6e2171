import PBXModel
import PBXSimulator
import TestThreads
import Testing
import VirtualTime

/// What every backend must answer, whichever way one asks.
@Suite(.ownThreads)
struct ContractTests {
  @Test(.enabled(if: !ContractScript.isRecording), arguments: ContractScript.all, Backend.allCases)
  func `a PBX answers as the contract says`(
    _ script: ContractScript, over backend: Backend
  ) async throws {
    let steps = try script.steps()
    let answers = try await backend.withAccess { access in
      try await Self.answers(to: steps, from: access)
    }
    for (step, answer) in zip(steps, answers) {
      #expect(answer == step.answer, "\(step.request)")
    }
    #expect(!steps.isEmpty && answers.count == steps.count)
  }

  @Test(.enabled(if: ContractScript.isRecording), arguments: ContractScript.all)
  func `the contract is written down`(_ script: ContractScript) async throws {
    let steps = try script.steps()
    let answers = try await Backend.direct.withAccess { access in
      try await Self.answers(to: steps, from: access)
    }
    try script.record(answers)
    Issue.record("recorded; look at the difference")
  }

  @Test(.timeLimit(.minutes(1)), arguments: Backend.allCases)
  func `a record is pushed as it is listed`(over backend: Backend) async throws {
    try await backend.withAccess { access in
      var feed = try await access.service.billingPush().makeAsyncIterator()
      _ = try await access.service.dial(Dial(extension: "8001", dest: "8002"))
      try await access.service.hangup(Hangup(extension: "8001"))
      let pushed = try await feed.next(isolation: #isolation)
      let listed = try await access.service.billingRecords(
        ListBillingRecords(start: "2026-01-05 09:00:00", end: "2026-01-05 10:00:00"))
      #expect(pushed == listed.rows && listed.rows.count == 1)
    }
  }

  @Test(arguments: Backend.allCases)
  func `a recording that is not there is said to be missing`(over backend: Backend) async throws {
    let path = try #require(RecordingPath("monitor/20260105/none.wav"))
    try await backend.withAccess { access in
      let error = await #expect(throws: PBXError.self) {
        _ = try await access.service.recording(at: path)
      }
      #expect(error?.cause == .noRecording)
    }
  }

  @Test func `the contract has every operation, done well and done badly`() throws {
    var good: Set<String> = []
    var bad: Set<String> = []
    for step in try ContractScript.all.flatMap({ try $0.steps() }) {
      let name = Operations.all.first {
        $0.method.rawValue == step.method && $0.match(step.path) != nil
      }?.name
      guard let name else { continue }
      // One that this PBX cannot do is asked well all the same.
      let isAskedWell = ["200", "501"].contains { step.answer.contains("\"code\":\"\($0)\"") }
      if isAskedWell { good.insert(name) } else { bad.insert(name) }
    }
    let paths = Set(try ContractScript.all.flatMap { try $0.steps() }.map(\.path))
    #expect(LabOperations.all.allSatisfy { paths.contains($0.path) })
    let all = Set(Operations.all.map { $0.name })
    #expect(all.subtracting(good) == [])
    // Those with optional parameters alone are done badly with a list or an object.
    #expect(all.subtracting(bad) == [])
  }

  /// Asks step by step: typed where the request can be read as an operation's, and as it stands.
  private static func answers(
    to steps: [ContractScript.Step], from access: Backend.Access
  ) async throws -> [String] {
    var answers: [String] = []
    for step in steps {
      let envelope: Envelope
      if let operation = Operations.all.first(where: {
        $0.method.rawValue == step.method && $0.match(step.path) != nil
      }), let typed = try await ask(operation, step, access.service) {
        envelope = typed
      } else if let operation = LabOperations.all.first(where: {
        $0.method.rawValue == step.method && $0.path == step.path
      }), let typed = try await ask(operation, step, access.lab) {
        envelope = typed
      } else {
        envelope = try await access.raw(step.method, step.path, step.parameters)
      }
      answers.append(JSONValue.object(envelope.json).text())
      if let status = access.status() {
        #expect(status == envelope.httpStatus, "\(step.request)")
      }
    }
    return answers
  }

  private static func ask<Operation: PBXOperation>(
    _ type: Operation.Type, _ step: ContractScript.Step, _ service: any PBXService
  ) async throws -> Envelope? {
    let parameters = step.parameters.merging(type.match(step.path) ?? JSONObject())
    guard let operation = try? Operation(parameters: parameters) else { return nil }
    do throws(PBXError) {
      return Envelope(answering: try await operation.perform(on: service))
    } catch {
      return Envelope(refusing: error)
    }
  }

  private static func ask<Operation: LabOperation>(
    _ type: Operation.Type, _ step: ContractScript.Step, _ lab: any LabService
  ) async throws -> Envelope? {
    guard let operation = try? Operation(parameters: step.parameters) else { return nil }
    do throws(PBXError) {
      return Envelope(answering: try await operation.perform(on: lab))
    } catch {
      return Envelope(refusing: error)
    }
  }
}
