import PBXModel
import PBXSimulator
import Testing

struct KeyPressTests {
  @Test(arguments: [
    ("8001", "1", "8001 is in no call"), ("8999", "1", "there is no phone 8999"),
    ("18312345678", "1", "18312345678 is in no call"), ("8001", "1a", "there is no key `a`"),
    ("8001", "", "which keys are pressed?"),
  ])
  func `keys that cannot be pressed are refused`(number: String, keys: String, reason: String) {
    var bench = Bench()
    let error = #expect(throws: PBXError.self) {
      try bench.send(.perform(.presses(keys), number: number))
    }
    #expect(error?.cause == .lab(reason))
  }

  @Test func `a phone that only rings is in no call`() throws {
    var bench = Bench()
    try bench.phone("8002", .ignores)
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    #expect(throws: PBXError.self) { try bench.send(.perform(.presses("1"), number: "8002")) }
    try bench.send(.perform(.presses("1"), number: "8001"))
  }

  @Test func `keys in a conversation change nothing`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    let count = bench.events.count
    for keys in ["1", "*1", "#", "0123456789"] {
      try bench.send(.perform(.presses(keys), number: "8002"))
      bench.wait(.seconds(3))
    }
    #expect(bench.events.count == count)
    try bench.hangup("8001")
    #expect(try bench.records().map { $0.text("ivrdigit") + $0.text("recording") } == [""])
  }

  @Test func `star one in a consultation gives the peer back`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.transfer(.attended, "8001", "8005")
    bench.wait(.seconds(2))
    #expect(try bench.state("8002") == "On Hold/1")
    try bench.send(.perform(.presses("*1"), number: "8001"))
    bench.wait(.milliseconds(300))
    #expect(try bench.state("8002") == "In use/1")
    #expect(try bench.state("8005") == "Not in use/0")
  }

  @Test func `a feature code is keyed in within a second`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.transfer(.attended, "8001", "8005")
    bench.wait(.seconds(2))
    try bench.send(.perform(.presses("*"), number: "8001"))
    bench.wait(.milliseconds(1100))
    try bench.send(.perform(.presses("1"), number: "8001"))
    bench.wait(.seconds(1))
    #expect(try bench.state("8005") == "In use/1")
  }

  @Test func `keys of a call that ends meanwhile are lost`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.send(.perform(.presses("*1*1"), number: "8001"))
    try bench.hangup("8001")
    bench.wait(.seconds(5))
    #expect(try bench.records().count == 1)
  }
}
