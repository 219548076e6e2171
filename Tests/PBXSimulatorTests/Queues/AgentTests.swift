import PBXModel
import PBXSimulator
import Testing

/// Signing in and out, and the two lists of agents.
struct AgentTests {
  @Test func `agents sign in to queues and out of them, or out of all`() throws {
    var bench = Bench.queue(at: [])
    try bench.logIn("8001", penalty: 7)
    try bench.logIn("8001", to: "201")
    let agent = try #require(try bench.agent("8001"))
    #expect(agent.agentID == "1001" && agent.text("penalty") == "7")
    #expect(
      try bench.switchboard.agents(ListAgents(agentID: "1001")).agents.map(\.queue) == [
        "200", "201",
      ])
    try bench.logOut("8001")
    #expect(try bench.status("8001") == "-1 00:00:00")
    #expect(try bench.status("8001", in: "201") == "0 00:00:00")
    try bench.logIn("8001")
    try bench.logOut("8001", of: "all")
    #expect(try bench.status("8001") == "-1 00:00:00")
    #expect(try bench.status("8001", in: "201") == "-1 00:00:00")
    #expect(try bench.switchboard.queueMembers(ListQueueMembers(queue: "200")).rows.isEmpty)
  }

  @Test(
    arguments: [
      (Input.logInAgent(LogInAgent(agentID: "1011", extension: "8001", queue: "200")), 610000),
      (.logInAgent(LogInAgent(agentID: "1011", extension: "8001", queue: "999")), 610000),
      (.logInAgent(LogInAgent(agentID: "1011", extension: "8777", queue: "200")), 610000),
      (.logInAgent(LogInAgent(agentID: "", extension: "8002", queue: "200")), 610007),
      (
        .logInAgent(LogInAgent(agentID: "1011", extension: "8002", queue: "200", penalty: 100)),
        610007
      ),
      (.logOutAgent(LogOutAgent(extension: "8002", queue: "200")), 610002),
      (.logOutAgent(LogOutAgent(extension: "8001", queue: "999")), 610002),
      (.logOutAgent(LogOutAgent(extension: "8002", queue: "all")), 610002),
      (.logOutAgent(LogOutAgent(extension: "", queue: "all")), 610001),
      (.pauseAgent(PauseAgent(extension: "8002", pause: .business, queue: "200")), 610004),
      (.pauseAgent(PauseAgent(extension: "8001", pause: .business, queue: "999")), 610004),
      (.pauseAgent(PauseAgent(extension: "8001", pause: .business, queue: "")), 610003),
    ] as [(Input, Int)])
  func `what an agent cannot do is refused`(input: Input, code: Int) throws {
    var bench = Bench.queue(at: ["8001"])
    let error = #expect(throws: PBXError.self) { try bench.send(input) }
    #expect(error?.code == APIErrorCode(rawValue: code))
  }

  @Test func `calls are counted since the signing in, and over all of it`() throws {
    var bench = Bench.queue(at: ["8001"])
    for _ in 1...3 { try bench.serve() }
    try bench.logOut("8001")
    try bench.logIn("8001")
    try bench.serve()
    try bench.queueUp()
    bench.wait(.seconds(1))
    let agent = try #require(try bench.agent("8001"))
    #expect(agent.text("callsTotal") == "4" && agent.text("login") == "1")
    #expect(agent.text("callsCurrent") == "1")
  }

  @Test func `an agent's record names the other end of the call`() throws {
    var bench = Bench.queue(at: ["8001", "8002"])
    try bench.queueUp()
    bench.wait(.seconds(1))
    try bench.dial("8002", "13800138000")
    bench.wait(.seconds(3))
    let first = try #require(try bench.agent("8001"))
    let second = try #require(try bench.agent("8002"))
    #expect(first.text("current") == "18312345678" && first.text("direction") == "1")
    #expect(second.text("current") == "13800138000" && second.text("direction") == "2")
    #expect(!first.text("linkedid").isEmpty && first.text("linkedid") != second.text("linkedid"))
  }

  @Test(arguments: [
    (PhoneBehavior.answers(after: .zero), "2", "忙线中"), (.ignores, "6", "振铃"),
    (.offline, "5", "离线"),
  ])
  func `the phone's state is a number in one list and a word in the other`(
    behavior: PhoneBehavior, number: String, word: String
  ) throws {
    var bench = Bench.queue(at: ["8001"])
    try bench.phone("8001", behavior)
    try bench.queueUp()
    bench.wait(.seconds(2))
    #expect(try bench.agent("8001")?.text("dsStatus") == number)
    let row = try bench.switchboard.queueMembers(ListQueueMembers(queue: "200")).rows.first
    #expect(row?.text("dsStatus") == word)
  }

  @Test func `a time may have more than 99 hours`() throws {
    var bench = Bench.queue(at: ["8001"])
    bench.wait(.seconds(100 * 3600 + 65))
    #expect(try bench.status("8001") == "0 100:01:05")
    let row = try bench.switchboard.queueMembers(ListQueueMembers(queue: "200")).rows.first
    #expect(row?.text("statusDesc") == "就绪(100:01:05)")
    #expect(row?.text("dsStatusDesc") == "空闲(100:01:05)")
  }
}
