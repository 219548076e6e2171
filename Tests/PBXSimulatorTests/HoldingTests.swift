import PBXModel
import PBXSimulator
import Testing

/// Hold and unhold by the API.
struct HoldingTests {
  /// 8001 and 8002 have talked for a second.
  private func conversation() throws -> Bench {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    return bench
  }

  @Test func `who is on hold hears music, and both stay in use`() throws {
    var bench = try conversation()
    try bench.hold("8001")
    #expect(bench.heldNumbers == ["8002"])
    bench.wait(.seconds(60))
    #expect(try bench.state("8001") == "In use/1")
    #expect(try bench.state("8002") == "In use/1")
    try bench.unhold("8001")
    #expect(bench.resumedNumbers == ["8002"])
    #expect(try bench.state("8002") == "In use/1")
    #expect(!bench.states(of: "8002").contains("On Hold"))
  }

  @Test(arguments: ["8001", "8002"])
  func `a hold between two talks makes three records, whoever asked for it`(
    number: String
  ) throws {
    var bench = try conversation()
    try bench.hold(number)
    bench.wait(.seconds(5))
    try bench.unhold(number)
    bench.wait(.seconds(2))
    try bench.hangup("8001")
    #expect(
      try bench.recordTexts() == [
        "8001 8002 ANSWERED 3/1", "8001 8002 ANSWERED 5/5", "8001 8002 ANSWERED 2/2",
      ])
    let called = try bench.records().map(\.destinationChannel)
    #expect(called == ["PJSIP/8002-00000001", "", "PJSIP/8002-00000001"])
    #expect(Set(try bench.records().map(\.linkedid)).count == 1)
  }

  @Test(arguments: ["8001", "8002"])
  func `whoever hangs up a held call ends it for both`(number: String) throws {
    var bench = try conversation()
    try bench.hold("8001")
    bench.wait(.seconds(5))
    try bench.hangup(number)
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try bench.state("8002") == "Not in use/0")
    #expect(try bench.recordTexts() == ["8001 8002 ANSWERED 3/1", "8001 8002 ANSWERED 5/5"])
  }

  @Test func `a call can be transferred and parked again once it is off hold`() throws {
    var bench = try conversation()
    try bench.hold("8001")
    for operation in [
      { (bench: inout Bench) in try bench.transfer(.blind, "8001", "8005") },
      { try $0.transfer(.attended, "8001", "8005") }, { try $0.park("8001") },
      { try $0.park("8002") },
    ] {
      #expect(throws: PBXError.self) { try operation(&bench) }
    }
    try bench.unhold("8001")
    try bench.transfer(.attended, "8001", "8005")
    bench.wait(.seconds(3))
    try bench.hangup("8001")
    #expect(try bench.state("8005") == "In use/1")
    try bench.park("8005")
    #expect(try bench.state("8002") == "In use/1")
    #expect(try bench.state("8005") == "Not in use/0")
  }

  @Test func `the newest conversation of a phone is the one put on hold`() throws {
    var bench = try conversation()
    try bench.dial("8001", "8003")
    bench.wait(.seconds(3))
    try bench.hold("8001")
    #expect(bench.heldNumbers == ["8003"])
    try bench.hold("8001")
    #expect(bench.heldNumbers == ["8003", "8002"])
    try bench.hangup("8003")
    #expect(try bench.state("8001") == "In use/1")
    try bench.unhold("8001")
    #expect(bench.resumedNumbers == ["8002"])
  }

  @Test func `a target is put on hold through the helper legs of its consultation`() throws {
    var bench = try conversation()
    try bench.transfer(.attended, "8001", "8005")
    bench.wait(.seconds(3))
    try bench.hold("8005")
    try bench.cancel("8001")
    bench.wait(.seconds(1))
    #expect(try bench.state("8005") == "Not in use/0")
    #expect(try bench.state("8002") == "In use/1")
  }

  @Test(arguments: [
    ("8001", "8001 has put its peer on hold"), ("8002", "8002 is on hold itself"),
    ("8003", "8003 is in no call"), ("8005", "8005 talks with nobody"),
    ("8099", "there is no extension 8099"), ("18312345678", "there is no extension 18312345678"),
  ])
  func `a hold of what cannot be held says why`(number: String, reason: String) throws {
    var bench = try conversation()
    try bench.hold("8001")
    try bench.phone("8005", .ignores)
    try bench.dial("8005", "8006")
    bench.wait(.milliseconds(100))
    #expect(throws: Hold.failed(reason)) { try bench.hold(number) }
  }

  @Test func `a hold amid an attended transfer is refused`() throws {
    var bench = try conversation()
    try bench.transfer(.attended, "8001", "8005")
    for number in ["8001", "8002"] {
      #expect(throws: Hold.failed("\(number) is in an attended transfer")) {
        try bench.hold(number)
      }
    }
  }

  @Test(arguments: ["8001", "8002", "8003", "8099"])
  func `only who has put somebody on hold can take it back`(number: String) throws {
    var bench = try conversation()
    let error = Unhold.failed("\(number) has put nobody on hold")
    #expect(error.code == 600004)
    #expect(throws: error) { try bench.unhold(number) }
  }
}

extension Bench {
  /// Who was put on hold, in order.
  var heldNumbers: [String] {
    events.compactMap { if case .held(let party) = $0.kind { party.number } else { nil } }
  }

  /// Who was taken off hold, in order.
  var resumedNumbers: [String] {
    events.compactMap { if case .resumed(let party) = $0.kind { party.number } else { nil } }
  }
}
