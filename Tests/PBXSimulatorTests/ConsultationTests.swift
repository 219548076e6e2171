import PBXModel
import PBXSimulator
import Testing

struct ConsultationTests {
  /// 8001 talks with 8002 and has asked to consult 8005.
  private func consultation(target behavior: PhoneBehavior? = nil) throws -> Bench {
    var bench = Bench()
    if let behavior { try bench.phone("8005", behavior) }
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.transfer(.attended, "8001", "8005")
    return bench
  }

  @Test func `the peer is held before the target rings`() throws {
    var bench = try consultation()
    bench.wait(.milliseconds(250))
    #expect(try bench.state("8002") == "In use/1")
    bench.wait(.milliseconds(20))
    #expect(try bench.state("8002") == "On Hold/1")
    #expect(try bench.state("8005") == "Not in use/0")
    bench.wait(.milliseconds(250))
    #expect(try bench.state("8005") == "Ringing/1")
    #expect(try bench.state("8001") == "In use/1")
    bench.wait(.seconds(1))
    #expect(try bench.state("8005") == "In use/1")
    #expect(try bench.state("8002") == "On Hold/1")
  }

  @Test(arguments: [Duration.seconds(2), .milliseconds(700)])
  func `hanging up the transferer completes, answered or ringing`(delay: Duration) throws {
    var bench = try consultation()
    bench.wait(delay)
    try bench.hangup("8001")
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try bench.state("8002") == "In use/1")
    bench.wait(.seconds(3))
    #expect(try bench.state("8005") == "In use/1")
    #expect(try bench.state("8002") == "In use/1")
    try bench.hangup("8002")
    for number in ["8001", "8002", "8005"] { #expect(try bench.state(number) == "Not in use/0") }
    #expect(try bench.records().count == 4)
    #expect(Set(try bench.records().map(\.linkedid)).count == 1)
  }

  @Test(arguments: [PhoneBehavior.busy, .rejects, .offline])
  func `a target that refuses gives the peer back within two seconds`(
    behavior: PhoneBehavior
  ) throws {
    var bench = try consultation(target: behavior)
    bench.wait(.milliseconds(1000))
    #expect(try bench.state("8002") == "On Hold/1")
    bench.wait(.milliseconds(1000))
    #expect(try bench.state("8002") == "In use/1")
    #expect(try bench.state("8001") == "In use/1")
    try bench.transfer(.blind, "8001", "8006")
  }

  @Test func `a target that hangs up gives the peer back`() throws {
    var bench = try consultation()
    bench.wait(.seconds(3))
    try bench.hangup("8005")
    #expect(try bench.state("8001") == "In use/1")
    bench.wait(.seconds(2))
    #expect(try bench.state("8002") == "In use/1")
    try bench.hangup("8001")
    #expect(try bench.state("8002") == "Not in use/0")
  }

  @Test(arguments: [Duration.seconds(2), .milliseconds(700)])
  func `cancelling gives the peer back in a third of a second`(delay: Duration) throws {
    var bench = try consultation()
    bench.wait(delay)
    try bench.cancel("8001")
    bench.wait(.milliseconds(300))
    #expect(try bench.state("8001") == "In use/1")
    #expect(try bench.state("8002") == "In use/1")
    #expect(try bench.state("8005") == "Not in use/0")
  }

  @Test(arguments: [Duration.zero, .milliseconds(100), .milliseconds(400)])
  func `a cancellation that comes too early waits until there is something to cancel`(
    delay: Duration
  ) throws {
    var bench = try consultation()
    bench.wait(delay)
    try bench.cancel("8001")
    bench.wait(.seconds(1))
    #expect(bench.states(of: "8002") == ["Ringing", "In use", "On Hold", "In use"])
    #expect(try bench.state("8005") == "Not in use/0")
    #expect(try bench.state("8001") == "In use/1")
  }

  @Test func `there must be a consultation to cancel`() throws {
    var bench = Bench()
    #expect(throws: CancelAttendedTransfer.failed("8001 does not consult")) {
      try bench.cancel("8001")
    }
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    let error = #expect(throws: PBXError.self) { try bench.cancel("8001") }
    #expect(error?.code == 600007)
    try bench.transfer(.attended, "8001", "8005")
    try bench.cancel("8001")
    #expect(throws: PBXError.self) { try bench.cancel("8001") }
  }

  @Test func `an answered target stays when the peer hangs up`() throws {
    var bench = try consultation()
    bench.wait(.seconds(2))
    try bench.hangup("8002")
    #expect(try bench.state("8002") == "Not in use/0")
    bench.wait(.seconds(2))
    #expect(try bench.state("8001") == "In use/1")
    #expect(try bench.state("8005") == "In use/1")
    try bench.hangup("8005")
    #expect(try bench.state("8001") == "Not in use/0")
  }

  @Test(arguments: [Duration.milliseconds(100), .milliseconds(400), .milliseconds(800)])
  func `all ends when the peer hangs up before the target answers`(delay: Duration) throws {
    var bench = try consultation()
    bench.wait(delay)
    try bench.hangup("8002")
    bench.wait(.seconds(3))
    for number in ["8001", "8002", "8005"] { #expect(try bench.state(number) == "Not in use/0") }
  }

  @Test func `a second transfer has to wait for the first`() throws {
    var bench = try consultation()
    for kind in [Transfer.Kind.blind, .attended] {
      for number in ["8001", "8002"] {
        let error = #expect(throws: PBXError.self) { try bench.transfer(kind, number, "8006") }
        #expect(error?.code == 600006)
      }
    }
  }

  @Test func `the called side can consult as well`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.transfer(.attended, "8002", "8005")
    bench.wait(.seconds(2))
    #expect(try bench.state("8001") == "On Hold/1")
    try bench.hangup("8002")
    #expect(try bench.state("8001") == "In use/1")
    #expect(try bench.state("8005") == "In use/1")
    try bench.hangup("8005")
    #expect(try bench.state("8001") == "Not in use/0")
  }

  @Test func `a consultation can go outside`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.transfer(.attended, "8001", "18312345678")
    bench.wait(.seconds(2))
    #expect(try bench.state("trunkHWD") == "In use/1")
    try bench.hangup("8001")
    try bench.hangup("18312345678")
    #expect(try bench.state("8002") == "Not in use/0")
    #expect(try bench.state("trunkHWD") == "Not in use/0")
  }
}
