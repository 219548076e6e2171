import PBXModel
import Testing

@testable import PBXSimulator

/// Every status that the document names, how an agent comes to it, and for how long it is shown.
struct AgentStatusTests {
  private var bench = Bench.queue(at: ["8001"]) { $0.wrapUp = .seconds(10) }

  @Test mutating func `-1 signed out`() throws {
    try bench.logOut("8001")
    bench.wait(.seconds(5))
    #expect(try bench.status("8001") == "-1 00:00:05")
    #expect(try bench.status("8002") == "none")
  }

  @Test mutating func `0 ready`() throws {
    bench.wait(.seconds(5))
    #expect(try bench.status("8001") == "0 00:00:05")
    try bench.phone("8001", .offline)
    bench.wait(.seconds(2))
    #expect(try bench.status("8001") == "0 00:00:02")
  }

  @Test mutating func `1 on a call and 3 in the wrap-up after it`() throws {
    try bench.queueUp()
    bench.wait(.seconds(7))
    #expect(try bench.status("8001") == "1 00:00:07")
    try bench.hangup("8001")
    #expect(try bench.status("8001") == "3 00:00:00")
    bench.wait(.milliseconds(9900))
    #expect(try bench.status("8001") == "3 00:00:09")
    bench.wait(.milliseconds(1100))
    #expect(try bench.status("8001") == "0 00:00:01")
  }

  @Test mutating func `2 ringing and 8 ring time-out`() throws {
    try bench.phone("8001", .ignores)
    try bench.queueUp()
    bench.wait(.seconds(4))
    #expect(try bench.status("8001") == "2 00:00:04")
    bench.wait(.milliseconds(11_500))
    #expect(try bench.status("8001") == "8 00:00:00")
    bench.wait(.milliseconds(1000))
    #expect(try bench.status("8001").hasPrefix("2 "))
    bench.wait(.milliseconds(15_000))
    try bench.hangup("18312345678")
    bench.wait(.seconds(6))
    #expect(try bench.status("8001").hasPrefix("0 "))
  }

  @Test func `8 no longer once the agent has taken a call`() throws {
    var world = Bench.queue(at: ["8001"]) { $0.ringTimeout = .seconds(5) }.switchboard.world
    world.agentTimers.ringTimeout = .seconds(60)
    var bench = Bench(world: world)
    try bench.phone("8001", .ignores)
    try bench.queueUp()
    bench.wait(.seconds(5))
    #expect(try bench.status("8001") == "8 00:00:00")
    try bench.phone("8001", .answers(after: .zero))
    bench.wait(.seconds(3))
    #expect(try bench.status("8001").hasPrefix("1 "))
    try bench.hangup("18312345678")
    bench.wait(.seconds(90))
    #expect(try bench.status("8001") == "0 00:01:30")
  }

  @Test mutating func `2 ringing by a call of no queue`() throws {
    try bench.phone("8001", .ignores)
    try bench.dial("8005", "8001")
    bench.wait(.seconds(3))
    #expect(try bench.status("8001") == "2 00:00:02")
  }

  @Test(arguments: [
    (PauseCode.privateBreak, 4, "Private break", "私事暂休"),
    (.business, 5, "Business break", "公事暂休"),
    (.custom1, 11, "Custom state 1", "自定义状态1"),
    (.custom2, 12, "Custom state 2", "自定义状态2"),
    (.custom3, 13, "Custom state 3", "自定义状态3"),
  ])
  mutating func `4, 5, 11, 12 and 13 in a break, and 9 once that is overrun`(
    code: PauseCode, status: Int, english: String, chinese: String
  ) throws {
    try bench.pause("8001", code)
    bench.wait(.seconds(899))
    #expect(try bench.status("8001") == "\(status) 00:14:59")
    #expect(try bench.agent("8001")?.text("statusDesc") == english)
    let row = try bench.switchboard.queueMembers(ListQueueMembers(queue: "200")).rows.first
    #expect(row?.text("status") == chinese)
    #expect(row?.text("statusDesc") == "\(chinese)(00:14:59)")
    bench.wait(.seconds(2))
    #expect(try bench.status("8001") == "9 00:00:01")
    try bench.pause("8001", .ready)
    bench.wait(.seconds(1))
    #expect(try bench.status("8001") == "0 00:00:01")
  }

  @Test mutating func `a break's own words are shown, and the same break goes on`() throws {
    try bench.pause("8001", .business, reason: "PublicBreak")
    bench.wait(.seconds(5))
    try bench.pause("8001", .business, reason: "Lunch")
    #expect(try bench.agent("8001")?.text("statusDesc") == "Lunch")
    #expect(try bench.status("8001") == "5 00:00:05")
    try bench.pause("8001", .privateBreak)
    #expect(try bench.status("8001") == "4 00:00:00")
  }

  @Test mutating func `6 in a call of no queue`() throws {
    try bench.dial("8001", "13800138000")
    bench.wait(.seconds(5))
    #expect(try bench.agent("8001")?.status == 6)
  }

  @Test mutating func `7 in a call that rang at another phone`() throws {
    try bench.phone("8005", .ignores)
    try bench.dial("8006", "8005")
    bench.wait(.seconds(1))
    try bench.send(.pickUp(PickUp(extension: "8001", dest: "8005")))
    bench.wait(.seconds(2))
    #expect(try bench.agent("8001")?.status == 7)
    try bench.hangup("8001")
    #expect(try bench.agent("8001")?.status == 0)
  }

  @Test mutating func `7 in a call out of a queue that rang at another agent's phone`() throws {
    try bench.logIn("8002", penalty: 1)
    try bench.phone("8001", .ignores)
    try bench.queueUp()
    try bench.send(.pickUp(PickUp(extension: "8002", dest: "8001")))
    bench.wait(.seconds(2))
    #expect(bench.talks == ["18312345678-8002"])
    #expect(try bench.agent("8002")?.status == 7)
    #expect(try bench.agent("8001")?.status == 0)
    #expect(try bench.waiting() == [])
    try bench.hangup("8002")
    #expect(
      try bench.recordTexts()
        == [
          "8001 s NO ANSWER 0/0", "18312345678 200 NO ANSWER 0/0", "18312345678 200 ANSWERED 1/1",
        ])
    #expect(try bench.records().map { $0.text("agentid") } == ["", "1001", "1002"])
  }

  @Test mutating func `10 busy in another queue, on its call and in the wrap-up after it`() throws {
    try bench.logIn("8001", to: "201")
    try bench.queueUp()
    bench.wait(.seconds(5))
    #expect(try bench.status("8001") == "1 00:00:05")
    #expect(try bench.status("8001", in: "201") == "10 00:00:05")
    try bench.hangup("8001")
    bench.wait(.seconds(1))
    #expect(try bench.status("8001") == "3 00:00:01")
    #expect(try bench.status("8001", in: "201") == "10 00:00:01")
    bench.wait(.seconds(10))
    #expect(try bench.status("8001", in: "201") == "0 00:00:01")
  }

  @Test mutating func `a break that begins in a call is shown after it`() throws {
    try bench.queueUp()
    bench.wait(.seconds(1))
    try bench.pause("8001")
    #expect(try bench.agent("8001")?.status == 1)
    bench.wait(.seconds(3))
    try bench.hangup("8001")
    #expect(try bench.status("8001") == "5 00:00:03")
  }
}
