import FlowRuntime
import FlowSyntax
import PBXModel
import Testing

@Suite struct `The clean-up` {
  @Test func `does nothing for a test that did nothing`() async throws {
    try await withBranch { branch, pbx in
      #expect(await branch.leaveNothingBehind() == [])
      #expect(await pbx.requests.isEmpty)
    }
  }

  @Test func `hangs up every party and looks until all are idle`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      await pbx.forgetRequests()
      #expect(await branch.leaveNothingBehind() == [])
      #expect(await pbx.requests(named: "hangup") == ["hangup 8001", "hangup 8002"])
      #expect(await pbx.requests(named: "status").count == 6)
    }
  }

  @Test func `hangs up a call whose channel appears only later`() async throws {
    try await withBranch { branch, pbx in
      await pbx.react { words, pbx in
        if words.hasPrefix("dial") { pbx.set("8001", .ringing, 1, after: .milliseconds(150)) }
        if words.hasPrefix("hangup") { pbx.reset("8001", .notInUse, 0) }
      }
      try await branch.dial("8001", "8002")
      #expect(await branch.leaveNothingBehind() == [])
      #expect(await pbx.requests(named: "hangup") == ["hangup 8001"])
    }
  }

  @Test func `cancels a consultation first`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.transfer("attended", "8005")
      await pbx.set("8005", .ringing, 1)
      try await branch.wait(for: .ringing, of: nil, within: nil)
      await pbx.forgetRequests()
      var deeds: [String] = []
      #expect(await branch.leaveNothingBehind { deeds.append($0) } == [])
      #expect(
        deeds == [
          "canceled the consultation of 8001", "hung up 8001", "hung up 8002", "hung up 8005",
        ])
      let acted = await pbx.requests.filter { $0.hasPrefix("cancel") || $0.hasPrefix("hangup") }
      #expect(acted == ["cancel 8001", "hangup 8001", "hangup 8002", "hangup 8005"])
    }
  }

  @Test func `never hangs up who was busy before, but reports it`() async throws {
    try await withBranch { branch, pbx in
      await pbx.set("8002", .inUse, 1)
      await pbx.react { words, pbx in
        if words.hasPrefix("dial") { pbx.set("8001", .inUse, 1) }
        if words.hasPrefix("hangup") { pbx.reset("8001", .notInUse, 0) }
      }
      try await branch.dial("8001", "8002")
      let reports = await branch.leaveNothingBehind()
      #expect(reports == ["8002 was busy before the test and is left as it is"])
      #expect(await pbx.requests(named: "hangup") == ["hangup 8001"])
    }
  }

  @Test func `gives up after its time and says what is left`() async throws {
    try await withBranch { branch, pbx in
      await pbx.react { words, pbx in
        if words.hasPrefix("dial") { pbx.set("8001", .inUse, 1) }
      }
      await pbx.refuse("call/hangup", with: 600_002)
      try await branch.dial("8001", "8002")
      #expect(await branch.leaveNothingBehind() == ["8001 is still `In use`"])
      #expect(branch.elapsed == .seconds(5))
    }
  }

  @Test func `leaves a call alone whose end was seen`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.run("hangup", nil, [:])
      try await branch.wait(for: .ended, of: nil, within: nil)
      await pbx.forgetRequests()
      #expect(await branch.leaveNothingBehind() == [])
      #expect(await pbx.requests.isEmpty)
    }
  }

  @Test func `puts the phones' behaviour back`() async throws {
    try await withBranch { branch, pbx in
      try await branch.run("phone", "busy", ["phone": .text("8002")])
      #expect(await branch.leaveNothingBehind() == [])
      #expect(await pbx.requests == ["behavior 8002", "restore"])
      #expect(await branch.leaveNothingBehind() == [])
      #expect(await pbx.requests(named: "restore").count == 1)
    }
  }

  @Test func `ends the test's faults before anything else`() async throws {
    try await withBranch { branch, pbx in
      try await branch.run("fault", "latency", ["delay": .duration(1_000_000)])
      try await branch.dial("8001", "8002")
      await pbx.forgetRequests()
      _ = await branch.leaveNothingBehind()
      let requests = await pbx.requests
      #expect(requests.first == "clear faults" && requests.last == "restore")
    }
  }

  @Test func `ends a fault that nobody heard was set`() async throws {
    try await withBranch { branch, pbx in
      await pbx.refuse("lab/fault", with: 500)
      await #expect(throws: RuntimeFailure.self) {
        try await branch.run("fault", "latency", ["delay": .duration(1_000_000)])
      }
      await pbx.forgetRequests()
      #expect(await branch.leaveNothingBehind() == [])
      #expect(await pbx.requests == ["clear faults", "restore"])
    }
  }

  @Test func `hangs up an outside caller whose trunk is still in use`() async throws {
    try await withBranch { branch, pbx in
      await pbx.react { words, pbx in
        if words.hasPrefix("incoming") { pbx.set("trunkHWD", .inUse, 1) }
        if words == "hangup 18312345678" { pbx.set("trunkHWD", .notInUse, 0) }
      }
      try await branch.run(
        "incoming", nil, ["caller": .text("18312345678"), "dest": .text("200")])
      #expect(await branch.leaveNothingBehind() == [])
      #expect(await pbx.requests(named: "hangup") == ["hangup 18312345678"])
    }
  }
}
