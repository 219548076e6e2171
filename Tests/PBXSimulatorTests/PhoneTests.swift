import PBXModel
import PBXSimulator
import Testing

struct PhoneTests {
  @Test func `a phone that is told so hangs up after its next answer`() throws {
    var bench = Bench()
    try bench.send(.perform(.hangsUp(after: .seconds(5)), number: "8002"))
    try bench.dial("8001", "8002")
    bench.wait(.seconds(6))
    #expect(try bench.state("8002") == "In use/1")
    bench.wait(.seconds(2))
    #expect(try bench.state("8002") == "Not in use/0")
    let record = try #require(try bench.records().first)
    #expect(record.text("hangupsource") == "PJSIP/8002-00000001")
  }

  @Test func `a caller that is told so hangs up after its call was answered`() throws {
    var bench = Bench()
    try bench.send(.perform(.hangsUp(after: .seconds(3)), number: "18312345678"))
    try bench.send(
      .incoming(IncomingCall(caller: "18312345678", destination: "8002", trunk: nil)))
    bench.wait(.seconds(3))
    #expect(try bench.state("8002") == "In use/1")
    bench.wait(.seconds(2))
    #expect(try bench.state("8002") == "Not in use/0")
    #expect(try bench.state("trunkHWD") == "Not in use/0")
  }

  @Test func `a caller whose number nobody could dial hangs up too`() throws {
    var bench = Bench()
    try bench.callIn(to: "8002", from: "110")
    bench.wait(.seconds(3))
    #expect(try bench.switchboard.audio(of: "110").hears == ["8002"])
    try bench.send(.perform(.hangsUp(after: .zero), number: "110"))
    #expect(try bench.state("8002") == "Not in use/0")
    #expect(throws: PBXError.self) {
      try bench.send(.perform(.hangsUp(after: .zero), number: "110"))
    }
  }

  @Test func `what an outside number does is no state of an endpoint`() throws {
    var bench = Bench()
    try bench.phone("18312345678", .busy)
    #expect(bench.events.isEmpty)
  }

  @Test(arguments: [
    (Input.setBehavior(.busy, number: "7999"), "lab/behavior"),
    (.perform(.hangsUp(after: .zero), number: "7999"), "lab/action"),
    (.perform(.presses("1"), number: "7999"), "lab/action"),
    (.perform(.holds, number: "7999"), "lab/action"),
    (.phoneDials(from: "7999", to: "8001"), "lab/dial"),
  ])
  func `a phone that is not there is refused in the name of what was asked`(
    input: Input, operation: String
  ) throws {
    var bench = Bench()
    #expect(throws: PBXError(operation: operation, cause: .lab("there is no phone 7999"))) {
      try bench.send(input)
    }
  }

  @Test func `a phone in a call hangs up from now on`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.send(.perform(.hangsUp(after: .seconds(2)), number: "8002"))
    bench.wait(.milliseconds(1900))
    #expect(try bench.state("8001") == "In use/1")
    bench.wait(.milliseconds(200))
    #expect(try bench.state("8001") == "Not in use/0")
  }

  @Test func `a phone that went offline is back as it was`() throws {
    var bench = Bench()
    try bench.phone("8002", .answers(after: .seconds(3)))
    try bench.phone("8002", .offline)
    #expect(try bench.state("8002") == "Unavailable/0")
    try bench.phone("8002", .online)
    #expect(try bench.state("8002") == "Not in use/0")
    try bench.dial("8001", "8002")
    bench.wait(.milliseconds(3900))
    #expect(try bench.state("8002") == "Ringing/1")
    bench.wait(.milliseconds(200))
    #expect(try bench.state("8002") == "In use/1")
  }

  @Test func `behaviours are put back as the world has them`() throws {
    var bench = Bench()
    try bench.phone("8002", .busy)
    try bench.phone("8003", .offline)
    try bench.phone("18312345678", .rejects)
    try bench.send(.perform(.hangsUp(after: .zero), number: "8004"))
    try bench.send(.restoreBehaviors)
    #expect(try bench.state("8003") == "Not in use/0")
    for dest in ["8002", "8004", "18312345678"] {
      try bench.dial("8001", dest)
      bench.wait(.seconds(3))
      #expect(try bench.state("8001") == "In use/1", "\(dest)")
      try bench.hangup("8001")
    }
  }

  @Test(arguments: ["8044", "123", "", "trunkHWD"])
  func `a phone that does not exist cannot be steered`(number: String) {
    var bench = Bench()
    let error = #expect(throws: PBXError.self) { try bench.phone(number, .busy) }
    #expect(error?.cause == .lab("there is no phone \(number)"))
  }
}
