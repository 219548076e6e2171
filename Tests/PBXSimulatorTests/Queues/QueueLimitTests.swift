import PBXModel
import PBXSimulator
import Testing

/// Who may wait in a queue, for how long, and where they go otherwise.
struct QueueLimitTests {
  @Test(arguments: [
    ("8005", "18312345678 8005 ANSWERED 12/12", "Dial"),
    ("aa_1001315,s,1", "18312345678 s ANSWERED 20/20", "Playback"),
    (nil, "18312345678 200 ANSWERED 10/10", "Queue"),
  ])
  func `who has waited for too long goes to the overflow, or the call ends`(
    overflow: String?, record: String, application: String
  ) throws {
    var bench = Bench.queue(at: []) { queue in
      queue.maxWait = .milliseconds(9500)
      queue.overflow = overflow
    }
    try bench.queueUp()
    bench.wait(.milliseconds(12_000))
    if overflow == "8005" { try bench.hangup("8005") }
    bench.wait(.seconds(20))
    #expect(try bench.recordTexts() == [record])
    #expect(try bench.records().first?.lastApplication == application)
    #expect(try bench.state("trunkHWD") == "Not in use/0")
  }

  @Test func `the end of the patience ends a ring as well`() throws {
    var bench = Bench.queue(at: ["8001"], phones: .ignores) { queue in
      queue.maxWait = .seconds(5)
      queue.overflow = "8005"
    }
    try bench.phone("8005", .answers(after: .zero))
    try bench.queueUp()
    bench.wait(.seconds(6))
    #expect(try bench.state("8001") == "Not in use/0")
    try bench.hangup("8005")
    // The ring has taken the first record, the overflow has one of its own.
    #expect(
      try bench.recordTexts()
        == ["18312345678 200 NO ANSWER 5/5", "18312345678 8005 ANSWERED 1/1"])
    #expect(try bench.records().map { $0.text("direction") } == ["in", "in"])
  }

  @Test func `no more callers wait than the queue holds`() throws {
    var bench = Bench.queue(at: []) { $0.maxLength = 1 }
    try bench.queueUp("18300000001")
    try bench.queueUp("18300000002")
    #expect(try bench.waiting() == ["18300000001"])
    #expect(try bench.recordTexts() == ["18300000002 200 ANSWERED 0/0"])
  }

  @Test func `full queues send a caller to each other, and time goes on`() throws {
    var bench = Bench.queue(at: []) { queue in
      queue.maxLength = 0
      queue.overflow = "200"
    }
    try bench.queueUp()
    bench.wait(.seconds(3600))
    try bench.hangup("18312345678")
    #expect(try bench.records().count == 1)
  }

  /// What a rule says of a queue whose only agent is in some state: whether it is empty.
  @Test(arguments: [
    // nobody, in a break, offline, in a call, no endpoint
    (Queue.EmptyRule.off, [false, false, false, false, false]),
    (.unpaused, [true, true, false, false, true]),
    (.loose, [true, false, false, false, true]),
    (.strict, [true, true, true, false, true]),
  ])
  func `a queue is empty by Asterisk's rules`(rule: Queue.EmptyRule, isEmpty: [Bool]) throws {
    for (state, isEmpty) in zip(0..., isEmpty) {
      for leaves in [false, true] {
        var bench = Bench.queue(at: []) { queue in
          if leaves { queue.leaveWhenEmpty = rule } else { queue.joinRefusal = rule }
        }
        if state == 4 {
          var world = bench.switchboard.world
          world.lines.append(Line(number: "8011", contact: .missing))
          bench = Bench(world: world)
          try bench.logIn("8011")
        } else if state > 0 {
          try bench.logIn("8001", pause: state == 1 ? .custom1 : .ready)
        }
        if state == 2 { try bench.phone("8001", .offline) }
        if state == 3 { try bench.dial("8001", "8005") }
        bench.wait(.seconds(1))
        try bench.queueUp()
        #expect(try bench.waiting().isEmpty == (isEmpty && !leaves), "\(state)")
        bench.wait(.seconds(2))
        #expect(try bench.waiting().isEmpty == isEmpty, "\(state)")
      }
    }
  }

  @Test func `callers leave when the last agent does, but for one whose call rings`() throws {
    var bench = Bench.queue(at: ["8001"], phones: .ignores) { $0.leaveWhenEmpty = .strict }
    try bench.queueUp("18300000001")
    try bench.queueUp("18300000002")
    try bench.logOut("8001")
    bench.wait(.seconds(2))
    #expect(try bench.waiting() == ["18300000001"])
    bench.wait(.seconds(16))
    #expect(try bench.waiting() == [])
    #expect(try bench.state("trunkHWD") == "Not in use/0")
  }
}
