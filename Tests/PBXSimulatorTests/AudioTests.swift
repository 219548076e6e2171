import PBXModel
import PBXSimulator
import Testing

/// Who hears whom, without anybody who spies.
struct AudioTests {
  private var bench = Bench()

  private func audio(_ number: String) throws(PBXError) -> Audio {
    try bench.switchboard.audio(of: number)
  }

  @Test mutating func `the two of a call hear each other from the answer on`() throws {
    try bench.dial("8001", "8002")
    bench.wait(.milliseconds(1500))
    #expect(try audio("8001") == Audio(number: "8001", hears: [], heardBy: []))
    bench.wait(.seconds(2))
    #expect(try audio("8001") == Audio(number: "8001", hears: ["8002"], heardBy: ["8002"]))
    #expect(try audio("8002") == Audio(number: "8002", hears: ["8001"], heardBy: ["8001"]))
    try bench.hangup("8002")
    #expect(try audio("8001") == Audio(number: "8001", hears: [], heardBy: []))
  }

  @Test mutating func `a held party is neither heard nor hears anybody`() throws {
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.phone("8003", .answers(after: .seconds(2)))
    try bench.transfer(.attended, "8001", "8003")
    bench.wait(.milliseconds(300))
    #expect(try audio("8002").hears.isEmpty)
    #expect(try audio("8001").hears.isEmpty)
    bench.wait(.seconds(3))
    #expect(try audio("8001").hears == ["8003"])
    #expect(try audio("8003").heardBy == ["8001"])
    #expect(try audio("8002").heardBy.isEmpty)
    try bench.cancel("8001")
    bench.wait(.seconds(1))
    #expect(try audio("8001").hears == ["8002"])
  }

  @Test mutating func `queues, menus and recordings are nobody`() throws {
    try bench.dial("8001", "200")
    try bench.dial("8002", "8003")
    bench.wait(.seconds(3))
    #expect(try audio("8001").hears.isEmpty)
    try bench.transfer(.app, "8002", "aa_1001315,s,1")
    bench.wait(.seconds(1))
    #expect(try bench.state("8003") == "In use/1")
    #expect(try audio("8003").hears.isEmpty)
    #expect(try audio("8002").hears.isEmpty)
  }

  @Test mutating func `outside numbers have ears too, other numbers have none`() throws {
    try bench.dial("8001", "18312345678")
    bench.wait(.seconds(3))
    #expect(try audio("18312345678").hears == ["8001"])
    #expect(
      throws: PBXError(operation: "lab/audio", cause: .lab("there is no phone 7999"))
    ) { try audio("7999") }
  }
}
