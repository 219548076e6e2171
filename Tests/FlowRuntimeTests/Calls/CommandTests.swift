import FlowRuntime
import FlowSyntax
import PBXModel
import Testing

@Suite struct `A command` {
  @Test func `that leaves out who acts means the current call's extension`() async throws {
    try await withBranch { branch, pbx in
      try await branch.dial("8003", "8004")
      try await branch.transfer("blind", "8005")
      #expect(await pbx.requests.contains("transfer blind 8003 -> 8005"))
    }
  }

  @Test func `without a call before it says so`() async throws {
    try await withBranch { branch, _ in
      let failure = await branch.failure { try await $0.run("hangup", nil, [:]) }
      #expect(failure?.code == "E0406")
      #expect(failure?.kind == .script)
    }
  }

  @Test func `takes a call for who is in it now`() async throws {
    try await withBranch { branch, pbx in
      let first = try await branch.dial("8001", "8002")
      try await branch.dial("8003", "8004")
      try await branch.run("transfer", "blind", ["extension": first, "dest": .integer(8005)])
      // Who transferred has left: the call stands for another one in it.
      try await branch.run("hangup", nil, ["extension": first])
      let acted = await pbx.requests.filter {
        $0.hasPrefix("transfer") || $0.hasPrefix("hangup")
      }
      #expect(acted == ["transfer blind 8001 -> 8005", "hangup 8002"])
    }
  }

  static let wrongOperands: [(Value, String)] = [
    (.boolean(true), "a boolean, `true`"), (.decimal(1.5), "a decimal number, `1.5`"),
    (.null, "null"), (.list([]), "a list"), (.duration(5_000_000_000), "a duration, `5s`"),
    (.integer(-1), "a negative number, `-1`"), (.text(""), "an empty text"),
    (.text("8001\n"), "a text, `\"8001\\n\"`"),
  ]

  @Test func `says what an operand is and what is expected`() async throws {
    for (value, kind) in Self.wrongOperands {
      try await withBranch { branch, pbx in
        let failure = await branch.failure {
          try await $0.run("dial", nil, ["extension": .integer(8001), "dest": value])
        }
        #expect(failure?.code == "E0405")
        #expect(failure?.culprit == .slot("dest"))
        #expect(
          failure?.message
            == "`dest` is \(kind), but a phone number such as 8001, or a call, is expected")
        #expect(await pbx.requests.isEmpty)
      }
    }
  }

  @Test func `that the PBX refuses names the operation, the code and its meaning`() async throws {
    try await withBranch { branch, pbx in
      await pbx.refuse("call/dial", with: 600_001)
      let failure = await branch.failure { try await $0.dial("8001", "8042") }
      #expect(failure?.code == "E0401")
      #expect(failure?.message == "`call/dial` failed with 600001 (呼叫异常: call failed)")
      #expect(
        failure?.notes == ["`8042` is no extension of this PBX, did you mean `8002`?"])
    }
  }

  @Test func `for the phones of a PBX without a lab is inconclusive`() async throws {
    try await withBranch(hasLab: false) { branch, _ in
      let failure = await branch.failure {
        try await $0.run("phone", "busy", ["phone": .integer(8002)])
      }
      #expect(failure?.kind == .environment)
      #expect(failure?.code == "E0403")
    }
  }

  @Test func `what only a lab knows is inconclusive without one`() async throws {
    try await withBranch(hasLab: false) { branch, _ in
      let failure = await branch.failure { _ = try await $0.audio(of: "8001") }
      #expect(failure?.kind == .environment)
      #expect(failure?.code == "E0403")
    }
    try await withBranch { branch, pbx in
      _ = try await branch.audio(of: "8001")
      #expect(await pbx.requests == ["audio 8001"])
      // Nothing was steered: there is nothing to put back.
      #expect(await branch.leaveNothingBehind() == [])
      #expect(await pbx.requests == ["audio 8001"])
    }
  }

  @Test func `samples its parties before it acts, and only those`() async throws {
    try await withBranch { branch, pbx in
      try await branch.dial("8001", "8002")
      #expect(await pbx.requests == ["status 8001 1", "status 8002 1", "dial 8001 -> 8002"])
      await pbx.forgetRequests()
      try await branch.run("hangup", nil, [:])
      #expect(await pbx.requests == ["hangup 8001"])
    }
  }

  @Test func `for a queue or an IVR is sent as the dialplan names it`() async throws {
    try await withBranch { branch, pbx in
      try await branch.dial("8001", "8002")
      try await branch.transfer("queue", "200")
      try await branch.dial("8001", "8002")
      try await branch.transfer("ivr", "aa_1001315")
      #expect(
        await pbx.requests(named: "transfer") == [
          "transfer app 8001 -> ext-queues,200,1", "transfer app 8001 -> aa_1001315,s,1",
        ])
    }
  }
}

@Suite struct `A call` {
  @Test func `is handed to the target when who consults hangs up`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      let call = try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.transfer("attended", "8005")
      await pbx.set("8005", .inUse, 1)
      await pbx.react { words, pbx in
        if words == "hangup 8001" { pbx.reset("8001", .notInUse, 0) }
      }
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.run("hangup", nil, [:])
      try await branch.sleep(for: .seconds(1))
      #expect(try await branch.isTrue(.answered, of: call))
      await pbx.set("8002", .notInUse, 0)
      await pbx.set("8005", .notInUse, 0)
      try await branch.wait(for: .ended, of: nil, within: .seconds(1))
    }
  }

  @Test func `goes on when a consultation is cancelled`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      let call = try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.transfer("attended", "8005")
      await pbx.set("8005", .ringing, 1)
      try await branch.wait(for: .ringing, of: nil, within: nil)
      try await branch.run("transfer", "cancel", [:])
      await pbx.set("8005", .notInUse, 0)
      #expect(try await branch.isTrue(.answered, of: call))
      #expect(try await branch.isTrue(.idle, of: .text("8005")))
    }
  }

  @Test func `that the test did not begin is taken up by a transfer`() async throws {
    try await withBranch { branch, pbx in
      await pbx.set("8001", .inUse, 1)
      try await branch.run(
        "transfer", "blind", ["extension": .text("8001"), "dest": .text("8005")])
      await pbx.set("8005", .ringing, 1)
      try await branch.wait(for: .ringing, of: nil, within: nil)
      await pbx.react { words, pbx in
        if words == "hangup 8005" { pbx.reset("8005", .notInUse, 0) }
      }
      #expect(
        await branch.leaveNothingBehind()
          == ["8001 was busy before the test and is left as it is"])
      #expect(await pbx.requests(named: "hangup") == ["hangup 8005"])
    }
  }
}
