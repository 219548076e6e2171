import PBXModel
import PBXSimulator
import Testing

struct MenuTests {
  /// Ten seconds of prompt, then five for a key; `1` rings 8002, `12` is a second menu.
  private static func world(
    repeats: Int = 0, timeout: String? = nil, invalid: String? = nil
  ) -> World {
    var world = World.default
    world.menus = [
      Menu(
        name: "aa_1", prompt: "welcome", length: .seconds(10),
        digits: ["1": "8002", "12": "aa_2,s,1", "2": "200", "3": "7999", "4": "vm8001"],
        timeout: .seconds(5), timeoutDestination: timeout, invalidDestination: invalid,
        repeats: repeats),
      Menu(
        name: "aa_2", prompt: "more", length: .seconds(4), digits: ["5": "8005", "*": "aa_1,s,1"]),
    ]
    return world
  }

  private let caller = "18312345678"

  /// An outside caller who hears the menu.
  private func call(_ world: World) throws -> Bench {
    var bench = Bench(world: world)
    try bench.send(.incoming(IncomingCall(caller: caller, destination: "aa_1,s,1")))
    bench.wait(.seconds(1))
    return bench
  }

  private func press(_ keys: String, _ bench: inout Bench) throws {
    try bench.send(.perform(.presses(keys), number: caller))
  }

  @Test(arguments: [Duration.seconds(2), .seconds(12)])
  func `a key leads on, in the prompt and after it`(delay: Duration) throws {
    var bench = try call(Self.world())
    bench.wait(delay)
    try press("2", &bench)
    bench.wait(.seconds(1))
    #expect(bench.events.contains { if case .queued = $0.kind { true } else { false } })
    try bench.hangup(caller)
    let record = try #require(try bench.records().first)
    #expect(record.text("ivrdigit") == "2")
    #expect(record.destination == "200" && record.lastApplication == "Queue")
    #expect(try bench.records().count == 1)
  }

  @Test func `a key that begins a longer choice waits for the next one`() throws {
    var bench = try call(Self.world())
    try press("1", &bench)
    bench.wait(.seconds(2))
    #expect(try bench.state("8002") == "Not in use/0")
    bench.wait(.seconds(2))
    #expect(try bench.state("8002") == "Ringing/1")
    bench.wait(.seconds(1))
    #expect(try bench.state("8002") == "In use/1")
    try bench.hangup("8002")
    #expect(try bench.state("trunkHWD") == "Not in use/0")
    #expect(try bench.recordTexts() == ["\(caller) 8002 ANSWERED 6/5"])
    #expect(try bench.records().first?.text("direction") == "in")
  }

  @Test func `a second menu follows, with the next of the keys`() throws {
    var bench = try call(Self.world())
    try press("125", &bench)
    bench.wait(.seconds(2))
    #expect(try bench.state("8005") == "In use/1")
    try bench.hangup(caller)
    #expect(try bench.records().map { $0.text("ivrdigit") } == ["125"])
  }

  @Test func `one menu leads back to another`() throws {
    var bench = try call(Self.world())
    try press("12*2", &bench)
    bench.wait(.seconds(2))
    try bench.hangup(caller)
    #expect(try bench.records().map(\.destination) == ["200"])
  }

  @Test(
    arguments: [
      (0, nil, 15), (0, "8004", 15), (2, nil, 45), (1, "8004", 30),
    ] as [(Int, String?, Int)])
  func `without a key the prompt is repeated, and then the caller goes elsewhere`(
    repeats: Int, destination: String?, seconds: Int
  ) throws {
    var bench = try call(Self.world(repeats: repeats, timeout: destination))
    bench.wait(.seconds(seconds) - .milliseconds(1100))
    #expect(try bench.state("trunkHWD") == "In use/1")
    #expect(try bench.state("8004") == "Not in use/0")
    bench.wait(.milliseconds(200))
    #expect(try bench.state("trunkHWD") == (destination == nil ? "Not in use/0" : "In use/1"))
    #expect(try bench.state("8004") == (destination == nil ? "Not in use/0" : "Ringing/1"))
  }

  @Test(arguments: ["9", "*", "3"])
  func `a key that leads nowhere ends the call`(key: String) throws {
    var bench = try call(Self.world())
    try press(key, &bench)
    #expect(try bench.state("trunkHWD") == "Not in use/0")
    #expect(try bench.records().map { $0.text("ivrdigit") } == [key])
  }

  @Test func `a wrong key has a destination of its own, after the repeats`() throws {
    var bench = try call(Self.world(repeats: 1, invalid: "8005"))
    try press("9", &bench)
    bench.wait(.seconds(14))
    try press("9", &bench)
    bench.wait(.milliseconds(100))
    #expect(try bench.state("8005") == "Ringing/1")
  }

  @Test func `a choice can be a voicemail box`() throws {
    var bench = try call(Self.world())
    try press("4", &bench)
    bench.wait(.seconds(10))
    try bench.hangup(caller)
    #expect(try bench.records().map(\.lastApplication) == ["VoiceMail"])
  }

  @Test func `a menu without keys plays on, whatever is pressed`() throws {
    var world = Self.world()
    world.menus = [Menu(name: "aa_1", prompt: "closed", length: .seconds(10))]
    var bench = try call(world)
    try press("1", &bench)
    bench.wait(.seconds(8))
    #expect(try bench.state("trunkHWD") == "In use/1")
    bench.wait(.seconds(2))
    #expect(try bench.records().map { $0.text("ivrdigit") } == [""])
  }

  @Test func `a menu that leads to itself goes on until somebody hangs up`() throws {
    var world = Self.world()
    world.menus = [
      Menu(name: "aa_1", prompt: "none", length: .zero, timeoutDestination: "aa_1,s,1")
    ]
    var bench = try call(world)
    bench.wait(.seconds(10))
    try bench.hangup(caller)
    #expect(try bench.state("trunkHWD") == "Not in use/0")
  }

  @Test func `the default world's menu has two keys`() throws {
    for (key, state) in [("1", "In use/1"), ("2", "Not in use/0")] {
      var bench = Bench()
      try bench.dial("8001", "8005")
      bench.wait(.seconds(3))
      try bench.transfer(.app, "8005", "aa_1001315,s,1")
      bench.wait(.seconds(1))
      try bench.send(.perform(.presses(key), number: "8001"))
      bench.wait(.seconds(2))
      #expect(try bench.state("8002") == state)
      #expect(try bench.state("8001") == "In use/1")
      try bench.hangup("8001")
    }
  }
}
