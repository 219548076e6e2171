import PBXModel
import PBXSimulator
import Testing

struct TransferTests {
  /// 8001 and 8002 talk, for a second.
  private func conversation() throws -> Bench {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    return bench
  }

  @Test func `a blind transfer frees the transferer and rings the other phone`() throws {
    var bench = try conversation()
    try bench.transfer(.blind, "8001", "8005")
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try bench.state("8002") == "In use/1")
    bench.wait(.milliseconds(500))
    #expect(try bench.state("8005") == "Ringing/1")
    bench.wait(.seconds(1))
    #expect(try bench.state("8005") == "In use/1")
    try bench.hangup("8005")
    #expect(
      try bench.recordTexts() == ["8001 8002 ANSWERED 3/1", "8002 8005 ANSWERED 1/1"])
    #expect(Set(try bench.records().map(\.linkedid)).count == 1)
  }

  @Test func `the called side can transfer as well`() throws {
    var bench = try conversation()
    try bench.transfer(.blind, "8002", "8005")
    bench.wait(.seconds(2))
    #expect(try bench.state("8002") == "Not in use/0")
    #expect(try bench.state("8001") == "In use/1")
    try bench.hangup("8001")
    #expect(
      try bench.recordTexts() == ["8001 8002 ANSWERED 3/1", "8001 8005 ANSWERED 2/2"])
  }

  @Test(arguments: [(PhoneBehavior.busy, "BUSY"), (.ignores, "NO ANSWER")])
  func `a blind transfer to a phone that does not answer loses the peer`(
    behavior: PhoneBehavior, disposition: String
  ) throws {
    var bench = try conversation()
    try bench.phone("8005", behavior)
    try bench.transfer(.blind, "8001", "8005")
    bench.wait(.seconds(60))
    #expect(try bench.state("8002") == "Not in use/0")
    #expect(try bench.records().map(\.disposition) == ["ANSWERED", disposition])
  }

  @Test func `a transfer into a menu plays its prompt and ends`() throws {
    var bench = try conversation()
    try bench.transfer(.app, "8001", "aa_1001315,s,1")
    bench.wait(.seconds(9))
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try bench.state("8002") == "In use/1")
    bench.wait(.seconds(2))
    #expect(try bench.state("8002") == "Not in use/0")
    let record = try #require(try bench.records().last)
    #expect(record.destination == "s")
    #expect(record.lastApplication == "Playback")
    #expect(record.duration == 10)
  }

  @Test func `a transfer into a queue waits until somebody hangs up`() throws {
    var bench = try conversation()
    try bench.transfer(.app, "8001", "ext-queues,200,1")
    bench.wait(.seconds(600))
    #expect(try bench.state("8002") == "In use/1")
    try bench.hangup("8002")
    let record = try #require(try bench.records().last)
    #expect(record.destination == "200")
    #expect(record.lastApplication == "Queue")
    #expect(record.billableSeconds == 600)
  }

  @Test(arguments: [
    (Transfer.Kind.blind, "8001", "7999", APIErrorCode(600006)),
    (.attended, "8001", "7999", 600006), (.attended, "8001", "+8675512345678", 600006),
    (.app, "8001", "nowhere,s,1", 600006), (.app, "8001", "ext-queues,201,1", 600006),
    (.app, "8001", "aa_1001315", 600005), (.app, "8001", "aa_1001315,s,x", 600005),
    (.blind, "8005", "8006", 600006), (.blind, "", "8006", 600005), (.blind, "8001", "", 600005),
  ])
  func `a transfer that cannot work is refused, and the call goes on`(
    kind: Transfer.Kind, number: String, dest: String, code: APIErrorCode
  ) throws {
    var bench = try conversation()
    let error = #expect(throws: PBXError.self) { try bench.transfer(kind, number, dest) }
    #expect(error?.code == code)
    bench.wait(.seconds(5))
    #expect(try bench.state("8001") == "In use/1")
    #expect(try bench.state("8002") == "In use/1")
  }

  @Test func `a call that is not answered yet cannot be transferred`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.milliseconds(1500))
    let error = #expect(throws: PBXError.self) { try bench.transfer(.blind, "8001", "8005") }
    #expect(error?.code == 600006)
  }
}
