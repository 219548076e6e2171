import FlowRuntime
import FlowSyntax
import PBXModel
import Testing

@Suite struct `A wait for a call record` {
  private static func id(_ value: Value) -> Int? {
    guard case .reference(let reference) = value, case .map(let map) = reference.content,
      case .integer(let id)? = map["id"]
    else { return nil }
    return id
  }

  @Test func `gives a record that came already or comes now, each once`() async throws {
    try await withBranch { branch, pbx in
      try await branch.dial("8001", "8002")
      await pbx.add(record("8001", "8002", uniqueid: "hwd-1.1", id: 5))
      await pbx.add(record("8001", "8002", uniqueid: "hwd-1.1", id: 7), after: .seconds(3))
      await pbx.add(record("8001", "8002", uniqueid: "hwd-1.1", id: 6), after: .seconds(3))
      for (id, elapsed) in [(5, Duration.zero), (6, .seconds(3)), (7, .seconds(3))] {
        try await branch.beginRecordWait(of: branch.currentCall, within: nil)
        let value = try await branch.nextRecord()
        branch.takeRecord()
        #expect(Self.id(value) == id)
        #expect(branch.elapsed == elapsed)
      }
    }
  }

  @Test func `goes on to the next where one does not match`() async throws {
    try await withBranch { branch, pbx in
      try await branch.dial("8001", "8002")
      for id in 1...3 { await pbx.add(record("8001", "8002", uniqueid: "hwd-1.1", id: id)) }
      try await branch.beginRecordWait(of: nil, within: nil)
      _ = try await branch.nextRecord()
      let second = try await branch.nextRecord()
      branch.takeRecord()
      #expect(Self.id(second) == 2)
      // The first was looked at, not taken.
      try await branch.beginRecordWait(of: nil, within: nil)
      let next = try await branch.nextRecord()
      #expect(Self.id(next) == 1)
    }
  }

  @Test func `leaves the records of others alone`() async throws {
    try await withBranch { branch, pbx in
      try await branch.dial("8001", "8002")
      await pbx.add(record("8001", "8009", uniqueid: "hwd-9.1", id: 1))
      await pbx.add(
        record("8001", "8002", uniqueid: "hwd-9.2", id: 2, start: "2026-01-05 08:59:59"))
      let failure = await branch.failure { branch in
        try await branch.beginRecordWait(of: nil, within: .seconds(2))
        _ = try await branch.nextRecord()
      }
      #expect(failure?.code == "E0414")
      #expect(failure?.message == "no matching call record came within 2s")
      #expect(
        failure?.notes == ["no record of this test has come; a call is recorded when it ends"])
      #expect(branch.elapsed == .seconds(2))
    }
  }

  @Test func `takes a leg that names both parties of a call and comes after its beginning`()
    async throws
  {
    try await withBranch { branch, pbx in
      try await branch.dial("8001", "8002")
      await pbx.add(record("8001", "8002", uniqueid: "hwd-9.2", id: 2))
      try await branch.beginRecordWait(of: branch.currentCall, within: nil)
      let next = try await branch.nextRecord()
      #expect(Self.id(next) == 2)
    }
  }

  @Test func `of a call asks for nothing from long before it`() async throws {
    try await withBranch { branch, pbx in
      try await branch.dial("8001", "8002")
      try await branch.sleep(for: .seconds(150))
      try await branch.dial("8001", "8002")
      await pbx.add(record("8001", "8002", uniqueid: "hwd-1.2", id: 2))
      try await branch.beginRecordWait(of: branch.currentCall, within: nil)
      #expect(Self.id(try await branch.nextRecord()) == 2)
      branch.takeRecord()
      // 150 s after 09:00:00, from the minute before on.
      #expect(await pbx.requests(named: "cdr") == ["cdr 1 from 2026-01-05 09:01:00"])
    }
  }

  @Test func `says how many came that do not match`() async throws {
    try await withBranch { branch, pbx in
      try await branch.dial("8001", "8002")
      for id in 1...2 { await pbx.add(record("8001", "8002", uniqueid: "hwd-1.1", id: id)) }
      try await branch.beginRecordWait(of: nil, within: nil)
      _ = try await branch.nextRecord()
      branch.takeRecord()
      let failure = await branch.failure { branch in
        try await branch.beginRecordWait(of: nil, within: .seconds(1))
        _ = try await branch.nextRecord()
        _ = try await branch.nextRecord()
      }
      #expect(
        failure?.notes == [
          "2 records of this test came, 1 taken by earlier waits, no other matches"
        ])
    }
  }

  @Test func `asks for records only while it is open`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.sleep(for: .seconds(10))
      #expect(await pbx.requests(named: "cdr").isEmpty)
    }
  }

  static let outcomes: [(JSONObject, CallOutcome)] = [
    (["disposition": "ANSWERED", "lastapp": "Dial", "dstchannel": "PJSIP/8002-1"], .answered),
    (["disposition": "ANSWERED", "lastapp": "Dial", "dstchannel": "", "duration": 0], .failed),
    (
      ["disposition": "ANSWERED", "lastapp": "Playback", "dstchannel": "", "duration": 0], .answered
    ),
    (["disposition": "8", "lastapp": "Dial", "dstchannel": "PJSIP/8002-1"], .answered),
    (["disposition": "NO ANSWER", "billsec": 4, "dstchannel": "PJSIP/8003-1"], .noAnswer),
    (["disposition": "BUSY"], .busy),
    (["disposition": "FAILED"], .failed),
    (["disposition": "CONGESTION"], .failed),
  ]

  @Test(arguments: outcomes)
  func `tells how a call really ended`(row: JSONObject, outcome: CallOutcome) {
    #expect(CallRecord(json: row).outcome == outcome)
  }
}
