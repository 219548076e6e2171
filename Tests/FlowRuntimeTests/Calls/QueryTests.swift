import FlowRuntime
import FlowSyntax
import PBXModel
import Testing

@Suite struct `A query` {
  @Test func `reads a list to its last page`() async throws {
    try await withBranch { branch, pbx in
      await pbx.add(extensions: 1000...1234)
      let rows = try await branch.endpoints().listValue
      #expect(rows?.count == 245)
      #expect(await pbx.requests == ["status all 1", "status all 2", "status all 3"])
    }
  }

  @Test func `reads call records to their last page`() async throws {
    try await withBranch { branch, pbx in
      for id in 1...100 { await pbx.add(record("8001", "8002", uniqueid: "hwd-1.\(id)", id: id)) }
      let rows = try await branch.query(FunctionInvocation(name: "cdr", arguments: [:])).listValue
      #expect(rows?.count == 100)
      // The first page was full, so that a second one could have followed.
      let start = "from 2026-01-05 09:00:00"
      #expect(await pbx.requests == ["cdr 1 \(start)", "cdr 2 \(start)"])
    }
  }

  @Test func `gives one extension's row`() async throws {
    try await withBranch { branch, pbx in
      let row = try await branch.query(
        FunctionInvocation(name: "endpoint", arguments: ["extension": .integer(8001)]))
      #expect(row.mapValue?.recordName == "endpoint status")
      #expect(row.mapValue?["state"]?.textValue == "Not in use")
    }
  }

  @Test func `for an extension that there is not names a near one`() async throws {
    try await withBranch { branch, _ in
      let failure = await branch.failure {
        _ = try await $0.query(
          FunctionInvocation(name: "endpoint", arguments: ["extension": .text("80011")]))
      }
      #expect(failure?.code == "E0415")
      #expect(failure?.notes == ["did you mean `8001`?"])
    }
  }

  @Test func `says what an argument is and what is expected`() async throws {
    try await withBranch { branch, _ in
      let failure = await branch.failure {
        _ = try await $0.query(
          FunctionInvocation(name: "outcome", arguments: ["record": .text("busy")]))
      }
      #expect(failure?.code == "E0405")
      #expect(failure?.message == "`record` is a text, `\"busy\"`, but a call record is expected")
    }
  }
}
