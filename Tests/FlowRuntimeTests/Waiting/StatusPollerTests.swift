import FlowRuntime
import FlowSyntax
import PBXModel
import Testing
import VirtualTime

@Suite struct `The status poller` {
  @Test func `asks for nothing while nobody waits`() async throws {
    try await withBranch { branch, pbx in
      try await branch.sleep(for: .seconds(36_000))
      #expect(await pbx.requests.isEmpty)
      #expect(branch.elapsed == .seconds(36_000))
    }
  }

  @Test func `asks at once and then every interval`() async throws {
    try await withBranch { branch, pbx in
      let failure = await branch.failure {
        try await $0.wait(for: .ringing, of: .text("8002"), within: .seconds(1))
      }
      #expect(failure?.code == "E0409")
      // At 0, 0.2, 0.4, 0.6, 0.8 and 1 s.
      #expect(await pbx.requests == Array(repeating: "status 8002 1", count: 6))
      #expect(branch.elapsed == .seconds(1))
    }
  }

  @Test func `answers many waits with one request`() async throws {
    try await onVirtualTime { clock in
      let pbx = FakePBX(clock: clock)
      let poller = StatusPoller(service: pbx, clock: clock)
      let due = clock.now.advanced(by: .milliseconds(200))
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await poller.run() }
        await withTaskGroup(of: Void.self) { waits in
          for _ in 0..<50 {
            waits.addTask {
              let snapshot = await poller.snapshot(
                of: [.endpoint("8001")], due: due, isShareable: true)
              #expect(snapshot?.round == 1)
            }
          }
        }
        group.cancelAll()
      }
      #expect(await pbx.requests == ["status 8001 1"])
    }
  }

  @Test func `reads the list where many extensions are watched`() async throws {
    try await onVirtualTime { clock in
      let pbx = FakePBX(clock: clock)
      let poller = StatusPoller(service: pbx, clock: clock)
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await poller.run() }
        let keys = (8001...8006).map { WatchKey.endpoint(String($0)) }
        let snapshot = await poller.snapshot(of: keys, due: clock.now, isShareable: true)
        #expect(snapshot?.endpoint("8006")?.state == .notInUse)
        group.cancelAll()
      }
      #expect(await pbx.requests == ["status all 1"])
    }
  }

  @Test func `never answers with a sample that was asked for before the demand`() async throws {
    try await onVirtualTime { clock in
      let pbx = FakePBX(clock: clock)
      await pbx.setLatency(.milliseconds(100))
      let poller = StatusPoller(service: pbx, clock: clock)
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await poller.run() }
        group.addTask {
          _ = await poller.snapshot(of: [.endpoint("8001")], due: clock.now, isShareable: true)
        }
        // The first request is under way when the phone begins to ring.
        try? await clock.sleep(for: .milliseconds(50))
        await pbx.set("8001", .ringing, 1)
        let snapshot = await poller.snapshot(
          of: [.endpoint("8001")], due: clock.now, isShareable: true)
        #expect(snapshot?.endpoint("8001")?.state == .ringing)
        #expect(snapshot?.round == 2)
        group.cancelAll()
      }
    }
  }

  @Test func `lets go of whoever waits when it is cancelled`() async throws {
    try await onVirtualTime { clock in
      let pbx = FakePBX(clock: clock)
      let poller = StatusPoller(service: pbx, clock: clock)
      let far = clock.now.advanced(by: .seconds(3600))
      await withTaskGroup(of: Bool.self) { group in
        group.addTask {
          await poller.snapshot(of: [.endpoint("8001")], due: far, isShareable: true) == nil
        }
        group.addTask {
          await poller.run()
          return true
        }
        try? await clock.sleep(for: .seconds(1))
        group.cancelAll()
        for await isDone in group { #expect(isDone) }
      }
    }
  }
}

/// Runs a body on virtual time.
func onVirtualTime(_ body: @escaping @Sendable (VirtualClock) async throws -> Void) async throws {
  let executor = VirtualExecutor()
  try await executor.run { try await body(VirtualClock(executor: executor)) }
}
