import FlowRuntime
import FlowSyntax
import PBXModel
import Testing

@Suite struct `A wait for a state` {
  @Test func `is over when both ends have answered`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      #expect(branch.elapsed == .seconds(2))
      #expect(branch.takeNotes() == [])
    }
  }

  @Test func `for ringing means the called end`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .ringing, of: nil, within: nil)
      #expect(branch.elapsed == .seconds(1))
    }
  }

  @Test func `infers ringing from an answer and says so`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave(dialled: .milliseconds(10))
      try await branch.dial("8001", "8002")
      await pbx.set("8002", .inUse, 1, after: .seconds(1))
      try await branch.wait(for: .ringing, of: nil, within: nil)
      #expect(branch.takeNotes() == ["inferred: answered implies that it was ringing"])
      #expect(try await branch.isTrue(.ringing, of: .text("8002")) == false)
    }
  }

  @Test func `names its limit and what it saw`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave(dialled: nil)
      try await branch.dial("8001", "8002")
      let failure = await branch.failure { try await $0.wait(for: .answered, of: nil, within: nil) }
      #expect(failure?.code == "E0409")
      #expect(
        failure?.message
          == "`answered` of the call 8001 -> 8002 did not come within 10s, the default")
      #expect(
        failure?.notes == [
          "8001: ringing from +0 s, in use since +1 s",
          "8002: ringing since +1 s, never answered",
        ])
    }
  }

  @Test func `fails at once when the call has ended, and says how`() async throws {
    try await withBranch { branch, pbx in
      await pbx.react { words, pbx in
        guard words.hasPrefix("dial") else { return }
        pbx.set("8001", .ringing, 1)
        pbx.set("8001", .notInUse, 0, after: .seconds(1))
        pbx.add(
          record("8001", "8004", uniqueid: "hwd-1.1", disposition: "BUSY"), after: .seconds(1))
      }
      try await branch.dial("8001", "8004")
      let failure = await branch.failure { try await $0.wait(for: .answered, of: nil, within: nil) }
      #expect(failure?.code == "E0410")
      #expect(
        failure?.message
          == "`answered` of the call 8001 -> 8004 can no longer come: the call has ended: busy")
      #expect(branch.elapsed == .milliseconds(1200))
    }
  }

  @Test func `tells the record from the samples where they disagree`() async throws {
    try await withBranch { branch, pbx in
      await pbx.react { words, pbx in
        guard words.hasPrefix("dial") else { return }
        pbx.set("8001", .ringing, 1)
        pbx.set("8001", .notInUse, 0, after: .seconds(1))
        pbx.add(
          record("8001", "8002", uniqueid: "hwd-1.1"), after: .seconds(1))
      }
      try await branch.dial("8001", "8002")
      let failure = await branch.failure { try await $0.wait(for: .answered, of: nil, within: nil) }
      #expect(
        failure?.message
          == """
          `answered` of the call 8001 -> 8002 can no longer come: the call has ended; its record \
          says that it was answered, which no sample showed
          """)
    }
  }

  @Test func `says that what it waits for is past`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.run("hangup", nil, ["extension": .text("8001")])
      await pbx.add(record("8001", "8002", uniqueid: "hwd-1.1"))
      try await branch.wait(for: .ended, of: nil, within: nil)
      let failure = await branch.failure { try await $0.wait(for: .answered, of: nil, within: nil) }
      #expect(
        failure?.message
          == """
          `answered` of the call 8001 -> 8002 can no longer come: the call has ended; it was \
          answered before this wait began
          """)
    }
  }

  @Test func `says that no channel appeared`() async throws {
    try await withBranch { branch, pbx in
      try await branch.dial("8001", "8002")
      let failure = await branch.failure { try await $0.wait(for: .ended, of: nil, within: nil) }
      #expect(failure?.code == "E0411")
      #expect(
        failure?.message == "no channel appeared for the call 8001 -> 8002 within 5s")
      #expect(branch.elapsed == .seconds(5))
    }
  }

  @Test func `takes the record of a call that no sample showed for its end`() async throws {
    try await withBranch { branch, pbx in
      try await branch.dial("8001", "8002")
      await pbx.add(record("8001", "8002", uniqueid: "hwd-1.1", disposition: "BUSY"))
      try await branch.wait(for: .ended, of: nil, within: nil)
      #expect(branch.elapsed == .milliseconds(1200))
    }
  }

  @Test func `takes two samples for an end`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.run("hangup", nil, ["extension": .text("8001")])
      try await branch.wait(for: .ended, of: nil, within: nil)
      #expect(branch.elapsed == .milliseconds(2200))
    }
  }

  @Test func `does not take a stranger's call for an answer`() async throws {
    try await withBranch { branch, pbx in
      await pbx.set("8002", .inUse, 1)
      await pbx.react { words, pbx in
        guard words.hasPrefix("dial") else { return }
        pbx.set("8001", .inUse, 1)
      }
      try await branch.dial("8001", "8002")
      let failure = await branch.failure {
        try await $0.wait(for: .answered, of: nil, within: .seconds(2))
      }
      #expect(failure?.code == "E0409")
      #expect(failure?.notes.contains("8002 was `In use` by another call before") == true)
    }
  }

  @Test func `takes only what came since the command for an answer of another number`()
    async throws
  {
    try await withBranch { branch, pbx in
      await pbx.behave()
      await pbx.set("8009", .inUse, 1)
      try await branch.wait(for: .idle, of: .text("8008"), within: nil)
      try await branch.dial("8001", "8002")
      await pbx.set("8008", .inUse, 1)
      // 8008 was idle before the command; 8009 was not looked at before.
      try await branch.wait(for: .answered, of: .text("8008"), within: nil)
      #expect(branch.elapsed == .zero)
      #expect(try await branch.isTrue(.answered, of: .text("8009")))
      let first = await branch.failure {
        try await $0.wait(for: .answered, of: .text("8009"), within: .seconds(2))
      }
      #expect(first?.code == "E0409")
      #expect(first?.notes.first == "8009 was in use at the first look already")
      try await branch.dial("8003", "8004")
      let second = await branch.failure {
        try await $0.wait(for: .answered, of: .text("8009"), within: .seconds(2))
      }
      #expect(second?.notes.first == "8009 was in use by another call since before")
      await pbx.set("8009", .ringingInUse, 2, after: .seconds(1))
      await pbx.set("8009", .inUse, 2, after: .seconds(2))
      try await branch.wait(for: .answered, of: .text("8009"), within: nil)
      #expect(branch.elapsed == .seconds(6))
      // It goes on: the change since the command counts.
      try await branch.wait(for: .answered, of: .text("8009"), within: nil)
      #expect(branch.elapsed == .seconds(6))
    }
  }

  @Test func `after a blind transfer means the target`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.transfer("blind", "8005")
      await pbx.reset("8001", .notInUse, 0)
      await pbx.set("8005", .ringing, 1)
      await pbx.set("8005", .inUse, 1, after: .seconds(1))
      try await branch.wait(for: .ringing, of: nil, within: nil)
      try await branch.wait(for: .answered, of: nil, within: nil)
      #expect(branch.elapsed == .seconds(3))
      #expect(try await branch.isTrue(.answered, of: branch.currentCall))
    }
  }

  @Test func `after an attended transfer means the consultation`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.transfer("attended", "8005")
      await pbx.set("8002", .onHold, 1)
      await pbx.set("8005", .ringing, 1, after: .milliseconds(500))
      await pbx.set("8005", .inUse, 1, after: .milliseconds(1500))
      try await branch.wait(for: .answered, of: nil, within: nil)
      #expect(branch.elapsed == .milliseconds(3600))
    }
  }

  @Test func `for a consultation that the target left fails at once`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.transfer("attended", "8005")
      await pbx.set("8005", .ringing, 1)
      await pbx.set("8005", .notInUse, 0, after: .seconds(1))
      let failure = await branch.failure { try await $0.wait(for: .answered, of: nil, within: nil) }
      #expect(failure?.code == "E0410")
      #expect(
        failure?.message
          == "`answered` of the consultation with 8005 can no longer come: "
          + "`8005` has left the consultation")
    }
  }

  @Test func `for a consultation that the target never took fails when the hold ends`()
    async throws
  {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.transfer("attended", "8005")
      await pbx.set("8002", .onHold, 1, after: .milliseconds(300))
      await pbx.set("8002", .inUse, 1, after: .milliseconds(1500))
      let failure = await branch.failure { try await $0.wait(for: .answered, of: nil, within: nil) }
      #expect(failure?.code == "E0410")
      #expect(
        failure?.message
          == "`answered` of the consultation with 8005 can no longer come: "
          + "`8005` did not take the consultation")
      #expect(
        failure?.notes == [
          "8001: in use before",
          "8002: in use from +0 s, on hold from +0.4 s, in use since +1.6 s",
        ])
      #expect(branch.elapsed == .milliseconds(3600))
      #expect(try await branch.isTrue(.answered, of: branch.currentCall))
    }
  }

  @Test func `into an application says what can be watched instead`() async throws {
    try await withBranch { branch, pbx in
      await pbx.behave()
      try await branch.dial("8001", "8002")
      try await branch.wait(for: .answered, of: nil, within: nil)
      try await branch.transfer("queue", "200")
      let failure = await branch.failure { try await $0.wait(for: .answered, of: nil, within: nil) }
      #expect(failure?.code == "E0412")
      #expect(failure?.notes.first?.contains("record.billsec") == true)
      #expect(await pbx.requests.contains("transfer app 8001 -> ext-queues,200,1"))
    }
  }

  @Test func `at an outside end reads its trunk`() async throws {
    try await withBranch { branch, pbx in
      await pbx.react { words, pbx in
        guard words.hasPrefix("dial") else { return }
        pbx.set("8001", .inUse, 1)
        pbx.set("trunkHWD", .ringing, 1, after: .milliseconds(400))
        pbx.set("trunkHWD", .inUse, 1, after: .seconds(2))
      }
      try await branch.dial("8001", "18312345678")
      try await branch.wait(for: .ringing, of: nil, within: nil)
      #expect(branch.elapsed == .milliseconds(400))
      try await branch.wait(for: .answered, of: nil, within: nil)
      #expect(branch.elapsed == .seconds(2))
    }
  }

  @Test func `at an outside end on a shared trunk is not observable`() async throws {
    try await withBranch { branch, pbx in
      await pbx.set("trunkHWD", .inUse, 1)
      await pbx.react { words, pbx in
        guard words.hasPrefix("dial") else { return }
        pbx.set("8001", .inUse, 1)
        pbx.set("trunkHWD", .inUse, 2)
      }
      try await branch.dial("8001", "18312345678")
      let failure = await branch.failure { try await $0.wait(for: .answered, of: nil, within: nil) }
      #expect(failure?.code == "E0412")
    }
  }

  @Test func `of a number that is no extension suggests one`() async throws {
    try await withBranch { branch, _ in
      let failure = await branch.failure {
        try await $0.wait(for: .idle, of: .text("80002"), within: nil)
      }
      #expect(failure?.code == "E0415")
      #expect(failure?.notes == ["did you mean `8002`?"])
    }
  }

  @Test func `without anything begun is an error of the script`() async throws {
    try await withBranch { branch, _ in
      let failure = await branch.failure { try await $0.wait(for: .answered, of: nil, within: nil) }
      #expect(failure?.code == "E0408")
    }
  }

  @Test func `gives way to a cancellation`() async throws {
    try await withBranch { branch, _ in
      let failure = await withTaskGroup(of: Void.self) { group in
        group.addTask { withUnsafeCurrentTask { $0?.cancel() } }
        await group.waitForAll()
        return await branch.failure { branch in
          withUnsafeCurrentTask { $0?.cancel() }
          try await branch.wait(for: .ringing, of: .text("8002"), within: nil)
        }
      }
      #expect(failure?.kind == .interrupted)
    }
  }
}
