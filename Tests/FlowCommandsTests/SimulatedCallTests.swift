import FlowRuntime
import FlowSyntax
import PBXModel
import PBXSimulator
import Testing

@Suite struct `On the simulator` {
  @Test func `a consulted transfer is cleaned up wherever it stands`() async throws {
    try await onSimulator { branch, simulator in
      try await branch.dial(8001, 8002)
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.run("transfer", "attended", ["dest": .integer(8005)])
      #expect(await branch.leaveNothingBehind() == [])
      #expect(try await simulator.busyPhones() == [])
    }
  }

  @Test func `a consulted transfer that was completed is cleaned up`() async throws {
    try await onSimulator { branch, simulator in
      let call = try await branch.dial(8001, 8002)
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.run("transfer", "attended", ["dest": .integer(8005)])
      try await branch.wait(for: .ringing, of: nil, within: nil)
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.run("hangup")
      #expect(try await branch.isTrue(.answered, of: call))
      #expect(try await simulator.busyPhones() == ["8002", "8005"])
      #expect(await branch.leaveNothingBehind() == [])
      #expect(try await simulator.busyPhones() == [])
    }
  }

  @Test func `a call that was only just dialled is cleaned up`() async throws {
    try await onSimulator { branch, simulator in
      try await branch.dial(8001, 8002)
      #expect(await branch.leaveNothingBehind() == [])
      try await branch.sleep(for: .seconds(60))
      #expect(try await simulator.busyPhones() == [])
    }
  }

  @Test func `a blind transfer leaves two parties`() async throws {
    try await onSimulator { branch, simulator in
      let call = try await branch.dial(8001, 8002)
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.run("transfer", "blind", ["dest": .integer(8005)])
      try await branch.wait(for: .ringing, of: nil, within: nil)
      try await branch.wait(for: .answered, of: nil, within: nil)
      #expect(try await branch.isTrue(.answered, of: call))
      #expect(try await simulator.busyPhones() == ["8002", "8005"])
      try await branch.run("hangup")
      try await branch.wait(for: .ended, of: nil, within: nil)
    }
  }

  static let behaviors: [(String, CallOutcome)] = [
    ("busy", .busy), ("rejects", .noAnswer), ("offline", .failed), ("ignores", .noAnswer),
  ]

  @Test(arguments: behaviors)
  func `a call that nobody takes ends with its outcome`(
    behavior: String, outcome: CallOutcome
  ) async throws {
    try await onSimulator { branch, simulator in
      try await branch.run("phone", behavior, ["phone": .integer(8004)])
      let call = try await branch.dial(8001, 8004)
      let failure: RuntimeFailure?
      do throws(RuntimeFailure) {
        try await branch.wait(for: .answered, of: nil, within: .seconds(60))
        failure = nil
      } catch {
        failure = error
      }
      #expect(failure?.code == "E0410")
      #expect(failure?.message.hasSuffix("the call has ended: \(outcome.rawValue)") == true)
      #expect(try await branch.isTrue(.ended, of: call))
      let record = try await branch.nextRecord(of: call)
      #expect(record.outcome == outcome, "\(record.json)")
    }
  }

  @Test func `an outside call is watched on its trunk`() async throws {
    try await onSimulator { branch, simulator in
      let call = try await branch.run(
        "dial", nil,
        [
          "extension": .integer(8001), "dest": .text("18312345678"),
          "displaycid": .text("4008001234"),
        ])
      try await branch.wait(for: .ringing, of: nil, within: nil)
      try await branch.wait(for: .answered, of: nil, within: nil)
      #expect(await branch.leaveNothingBehind() == [])
      #expect(try await simulator.allTrunks().map(\.channelCount) == [0])
      _ = call
    }
  }

  @Test func `a caller from outside is answered and ended`() async throws {
    try await onSimulator { branch, simulator in
      try await branch.run(
        "incoming", nil,
        [
          "caller": .text("18312345678"), "dest": .integer(8002), "trunk": .text("trunkHWD"),
        ])
      try await branch.wait(for: .ringing, of: nil, within: nil)
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.run("hangup", nil, ["extension": .text("18312345678")])
      try await branch.wait(for: .ended, of: nil, within: nil)
      #expect(try await simulator.busyPhones() == [])
    }
  }

  @Test func `an unknown number is refused and a near one named`() async throws {
    try await onSimulator { branch, simulator in
      do throws(RuntimeFailure) {
        try await branch.dial(8001, 8042)
        Issue.record("it was taken")
      } catch {
        #expect(error.code == "E0401")
        #expect(error.notes.contains { $0.contains("did you mean `80") })
      }
    }
  }

  @Test func `phones behave as before after the clean-up`() async throws {
    try await onSimulator { branch, simulator in
      try await branch.run("phone", "busy", ["phone": .integer(8002)])
      #expect(await branch.leaveNothingBehind() == [])
      try await branch.dial(8001, 8002)
      try await branch.wait(for: .answered, of: nil, within: nil)
    }
  }

  @Test func `the same calls are the same to the nanosecond`() async throws {
    let runs = try await [trace(), trace()]
    #expect(runs[0] == runs[1])
    #expect(!runs[0].isEmpty)
  }

  private func trace() async throws -> [String] {
    try await onSimulator { branch, simulator in
      var lines: [String] = []
      for (caller, called) in [(8001, 8002), (8003, 8004), (8005, 8006)] {
        try await branch.dial(caller, called)
        try await branch.wait(for: .ringing, of: nil, within: nil)
        try await branch.wait(for: .answered, of: nil, within: nil)
        lines.append("\(branch.environment.clock.now.nanoseconds)")
      }
      branch.beginWaiting(within: .seconds(2), every: nil)
      for number in [8006, 8001, 8004, 8002, 8005] {
        _ = try await branch.isTrue(.idle, of: .integer(number))
      }
      _ = try await branch.nextSample()
      lines += branch.endWaiting()
      lines += await branch.leaveNothingBehind()
      lines.append("\(branch.environment.clock.now.nanoseconds)")
      return lines
    }
  }
}
