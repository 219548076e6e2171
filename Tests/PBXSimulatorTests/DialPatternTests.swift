import PBXModel
import PBXSimulator
import Testing

/// Outside numbers where what is dialled is not what is sent.
struct DialPatternTests {
  /// A 9 leads out and is not sent.
  private static let world = World(
    lines: (8001...8004).map { Line(number: "\($0)") }, trunks: [Trunk(name: "carrier")],
    patterns: [DialPattern("9XXXX.", trunk: "carrier", strip: 1)].compactMap(\.self))

  @Test(arguments: ["918312345678", "18312345678"])
  func `an outside phone is steered by the number that is dialled or sent`(
    number: String
  ) throws {
    var bench = Bench(world: Self.world)
    try bench.phone(number, .busy)
    try bench.dial("8001", "918312345678")
    bench.wait(.seconds(3))
    #expect(try bench.state("8001") == "Not in use/0")
    try bench.phone(number, .answers(after: .seconds(1)))
    try bench.send(.perform(.hangsUp(after: .seconds(3)), number: number))
    try bench.dial("8001", "918312345678")
    bench.wait(.seconds(3))
    #expect(try bench.switchboard.audio(of: number).hears == ["8001"])
    #expect(try bench.switchboard.audio(of: "8001").hears == ["918312345678"])
    bench.wait(.seconds(3))
    #expect(try bench.state("8001") == "Not in use/0")
  }

  @Test(arguments: ["918312345678", "18312345678"])
  func `a call is hung up by the number that was dialled or sent`(number: String) throws {
    var bench = Bench(world: Self.world)
    try bench.dial("8001", "918312345678")
    bench.wait(.seconds(3))
    try bench.hangup(number)
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try bench.state("carrier") == "Not in use/0")
  }

  @Test func `who rings in is steered by a number that cannot be called`() throws {
    var bench = Bench(world: Self.world)
    try bench.callIn(to: "8002", from: "110")
    bench.wait(.seconds(3))
    #expect(try bench.switchboard.audio(of: "110").hears == ["8002"])
    try bench.send(.perform(.hangsUp(after: .zero), number: "110"))
    #expect(try bench.state("8002") == "Not in use/0")
    #expect(throws: PBXError(operation: "lab/behavior", cause: .lab("there is no phone 110"))) {
      try bench.phone("110", .busy)
    }
  }

  @Test func `a number that is sent as an extension's is not that extension`() throws {
    var world = Self.world
    world.patterns = [DialPattern("98XXX", trunk: "carrier", strip: 1)].compactMap(\.self)
    var bench = Bench(world: world)
    try bench.dial("8002", "98001")
    bench.wait(.seconds(3))
    #expect(throws: Hangup.failed("8001 has no call")) {
      try bench.hangup("8001")
    }
    #expect(try bench.state("carrier") == "In use/1")
  }

  @Test(arguments: [
    ("9XXXX.", 1, "", "18312345678", true), ("9XXXX.", 1, "", "183", false),
    ("9XXXX.", 1, "0", "018312345678", true), ("9XXXX.", 1, "0", "18312345678", false),
    ("9XXX", 0, "", "9123", true), ("9XXX", 0, "", "8123", false), ("9.", 3, "", "7", true),
    ("95", 3, "", "5", false),
  ])
  func `what a pattern sends is known`(
    _ text: String, _ strip: Int, _ prefix: String, _ number: String, _ isSent: Bool
  ) throws {
    let pattern = try #require(DialPattern(text, trunk: "carrier", strip: strip, prefix: prefix))
    #expect(pattern.sends(number) == isSent)
  }
}
