import FlowRuntime
import FlowSyntax
import PBXModel
import Testing

@Suite struct `A wait for a condition` {
  @Test func `takes no stranger's call for an answer where one is to come`()
    async throws
  {
    try await withBranch { branch, pbx in
      await pbx.set("8009", .inUse, 1)
      try await branch.dial("8001", "8002")
      branch.beginWaiting(within: .seconds(1), every: nil)
      #expect(try await branch.isTrue(.answered, of: .text("8009"), isAwaited: true) == false)
      #expect(branch.endWaiting().first == "8009 was in use at the first look already")
      branch.beginWaiting(within: .seconds(1), every: nil)
      #expect(try await branch.isTrue(.answered, of: .text("8009")))
      #expect(branch.endWaiting() == ["8009: in use since +0 s"])
    }
  }

  @Test func `looks at every sample until it holds`() async throws {
    try await withBranch { branch, pbx in
      await pbx.set("8002", .ringing, 1, after: .milliseconds(500))
      branch.beginWaiting(within: .seconds(3), every: nil)
      var looks = 0
      while !(try await branch.isTrue(.ringing, of: .text("8002"))) {
        looks += 1
        #expect(try await branch.nextSample())
      }
      #expect(branch.endWaiting() == ["8002: ringing since +0.6 s"])
      #expect(looks == 3)
      #expect(branch.elapsed == .milliseconds(600))
    }
  }

  @Test func `looks once more at the end of its time`() async throws {
    try await withBranch { branch, pbx in
      branch.beginWaiting(within: .milliseconds(500), every: nil)
      var looks = 0
      repeat {
        looks += 1
        #expect(try await branch.isTrue(.ringing, of: .text("8002")) == false)
      } while try await branch.nextSample()
      #expect(looks == 4)
      #expect(branch.elapsed == .milliseconds(500))
      #expect(branch.endWaiting() == ["8002: idle since +0 s, never ringing"])
    }
  }

  @Test func `reads all states and queries of one look from one sample`() async throws {
    try await withBranch { branch, pbx in
      branch.beginWaiting(within: .milliseconds(400), every: nil)
      repeat {
        _ = try await branch.isTrue(.ringing, of: .text("8001"))
        _ = try await branch.isTrue(.answered, of: .text("8001"))
        _ = try await branch.endpoint("8001")
      } while try await branch.nextSample()
      #expect(await pbx.requests == Array(repeating: "status 8001 1", count: 3))
    }
  }

  @Test func `reads call records from the sample, whatever its end of time`() async throws {
    try await withBranch { branch, pbx in
      await pbx.add(["id": 1, "src": "8001", "dst": "8002"], after: .milliseconds(300))
      branch.beginWaiting(within: .seconds(2), every: nil)
      var seen: [Int?] = []
      repeat {
        let first = try await branch.callRecords(ListCallRecords(src: "8001"))
        let again = try await branch.callRecords(ListCallRecords(src: "8001"))
        #expect(first.listValue?.count == again.listValue?.count)
        seen.append(first.listValue?.count)
      } while seen.last == 0 ? try await branch.nextSample() : false
      #expect(seen == [0, 0, 1])
      #expect(await pbx.requests.count == 3)
    }
  }

  @Test func `keeps to the interval that the script names`() async throws {
    try await withBranch { branch, pbx in
      branch.beginWaiting(within: .seconds(5), every: .seconds(2))
      var moments: [Duration] = []
      repeat {
        _ = try await branch.isTrue(.ringing, of: .text("8001"))
        moments.append(branch.elapsed)
      } while try await branch.nextSample()
      #expect(moments == [.zero, .seconds(2), .seconds(4), .seconds(5)])
    }
  }

  @Test func `that asks for nothing of the PBX lets time go by`() async throws {
    try await withBranch { branch, pbx in
      branch.beginWaiting(within: .seconds(1), every: nil)
      while try await branch.nextSample() {}
      #expect(branch.elapsed == .seconds(1))
      #expect(await pbx.requests.isEmpty)
    }
  }
}

@Suite struct `A state as an expression` {
  @Test func `asks anew each time`() async throws {
    try await withBranch { branch, pbx in
      let isIdle = try await branch.isTrue(.idle, of: .integer(8002))
      #expect(isIdle)
      await pbx.set("8002", .ringing, 1)
      #expect(try await branch.isTrue(.idle, of: .integer(8002)) == false)
      #expect(try await branch.isTrue(.ringing, of: .integer(8002)))
      #expect(branch.elapsed == .zero)
    }
  }

  @Test func `takes a second sample before it calls a call ended`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.run("hangup", nil, [:])
      try await branch.sleep(for: .seconds(5))
      let start = branch.environment.clock.now
      #expect(try await branch.isTrue(.ended, of: branch.currentCall))
      #expect(branch.elapsed(since: start) == .milliseconds(200))
    }
  }

  @Test func `never takes a call that has not begun for ended`() async throws {
    try await withBranch { branch, _ in
      try await branch.dial("8001", "8002")
      #expect(try await branch.isTrue(.ended, of: branch.currentCall) == false)
      #expect(try await branch.isTrue(.answered, of: branch.currentCall) == false)
    }
  }

  @Test func `of a value that has none is an error of the script`() async throws {
    try await withBranch { branch, _ in
      let failure = await branch.failure { _ = try await $0.isTrue(.idle, of: .boolean(true)) }
      #expect(failure?.code == "E0413")
    }
  }
}

@Suite struct `What a failed expectation tells` {
  @Test func `is what the states that it asked for showed`() async throws {
    try await withBranch { branch, pbx in
      await pbx.set("8002", .ringing, 1)
      _ = try await branch.isTrue(.answered, of: .text("8002"))
      #expect(branch.endWaiting() == ["8002: ringing since +0 s, never answered"])
      #expect(branch.endWaiting() == [])
    }
  }

  @Test func `is nothing of an earlier statement`() async throws {
    try await withBranch { branch, pbx in
      _ = try await branch.isTrue(.answered, of: .text("8002"))
      _ = branch.takeNotes()
      #expect(branch.endWaiting() == [])
    }
  }
}
