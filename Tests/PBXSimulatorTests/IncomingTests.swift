import PBXModel
import PBXSimulator
import Testing

struct IncomingTests {
  private func callIn(_ bench: inout Bench, to number: String, over trunk: String? = nil) throws {
    try bench.send(
      .incoming(IncomingCall(caller: "18312345678", destination: number, trunk: trunk)))
  }

  @Test func `a call from outside rings an extension`() throws {
    var bench = Bench()
    try callIn(&bench, to: "8002")
    bench.wait(.milliseconds(500))
    #expect(try bench.state("8002") == "Ringing/1")
    #expect(try bench.state("trunkHWD") == "In use/1")
    bench.wait(.seconds(3))
    try bench.hangup("8002")
    let record = try #require(try bench.records().first)
    #expect(try bench.recordTexts() == ["18312345678 8002 ANSWERED 3/2"])
    #expect(record.text("direction") == "in")
    #expect(record.text("trunkName") == "trunkHWD")
    #expect(try bench.state("trunkHWD") == "Not in use/0")
  }

  @Test func `a caller waits in the queue until it hangs up`() throws {
    var bench = Bench()
    try callIn(&bench, to: "200")
    bench.wait(.seconds(2))
    #expect(try bench.state("trunkHWD") == "In use/1")
    #expect(
      bench.events.contains { event in
        if case .queued(let party, queue: "200") = event.kind {
          return party.number == "18312345678"
        }
        return false
      })
    bench.wait(.seconds(58))
    try bench.hangup("18312345678")
    #expect(try bench.recordTexts() == ["18312345678 200 ANSWERED 60/59"])
    #expect(try bench.records().first?.lastApplication == "Queue")
  }

  @Test func `a call to a phone that is not there fails`() throws {
    var bench = Bench()
    try bench.phone("8002", .offline)
    try callIn(&bench, to: "8002")
    bench.wait(.seconds(1))
    #expect(try bench.recordTexts() == ["18312345678 8002 FAILED 0/0"])
  }

  @Test(arguments: [("7999", nil), ("8002", "noTrunk"), ("13800138000", nil)])
  func `a call that cannot come in says why`(number: String, trunk: String?) {
    var bench = Bench()
    let error = #expect(throws: PBXError.self) {
      try callIn(&bench, to: number, over: trunk)
    }
    guard case .lab = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `an extension cannot call from outside: its phone would be taken for busy`() throws {
    var bench = Bench()
    #expect(
      throws: PBXError(
        operation: "lab/incoming", cause: .lab("8002 is an extension, not an outside number"))
    ) { try bench.callIn(to: "8001", from: "8002") }
    #expect(bench.events.isEmpty)
  }

  @Test func `a caller from outside can be transferred`() throws {
    var bench = Bench()
    try callIn(&bench, to: "8002")
    bench.wait(.seconds(3))
    try bench.transfer(.attended, "8002", "8005")
    bench.wait(.seconds(2))
    #expect(try bench.state("trunkHWD") == "On Hold/1")
    try bench.cancel("8002")
    bench.wait(.seconds(1))
    try bench.transfer(.blind, "8002", "8006")
    bench.wait(.seconds(2))
    #expect(try bench.state("8006") == "In use/1")
    try bench.hangup("18312345678")
    #expect(try bench.state("8006") == "Not in use/0")
    #expect(try bench.records().last?.text("direction") == "in")
  }
}
