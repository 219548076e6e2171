import FlowRuntime
import FlowSyntax
import PBXModel
import Testing

@Suite struct `What a wait asks for` {
  @Test func `is one extension where one is named`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      await pbx.forgetRequests()
      #expect(try await branch.isTrue(.idle, of: .text("8002")))
      #expect(await pbx.requests == ["status 8002 1"])
      try await branch.wait(for: .idle, of: .text("8003"), within: nil)
      #expect(await pbx.requests == ["status 8002 1", "status 8003 1"])
    }
  }

  @Test func `is both ends where a call is meant`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      await pbx.forgetRequests()
      try await branch.wait(for: .ringing, of: nil, within: nil)
      #expect(Set(await pbx.requests) == ["status 8001 1", "status 8002 1"])
    }
  }

  @Test func `is no end of a call that only one of two samples shows`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .ringing, of: .text("8001"), within: nil)
      // 8002 has been idle so far and is not looked at any more, while it stays in use.
      try await branch.sleep(for: .seconds(3))
      await pbx.set("8001", .notInUse, 0)
      for _ in 1...3 { #expect(try await branch.isTrue(.idle, of: .text("8001"))) }
      #expect(try await branch.isTrue(.ended, of: branch.currentCall) == false)
    }
  }

  @Test func `shows no queue, and the error says so once a trunk had its time`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "200")
      let failure = await branch.failure { try await $0.wait(for: .answered, of: nil, within: nil) }
      #expect(failure?.code == "E0412")
      #expect(
        failure?.message
          == "the API does not show whether `200` took the call: it is no extension, "
          + "and no trunk carries it")
      #expect(
        failure?.notes == ["watch `8001 is answered`, or `record.billsec` of `wait cdr` instead"])
      #expect(branch.elapsed == .seconds(6))
    }
  }
}
