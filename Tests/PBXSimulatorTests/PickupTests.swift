import PBXModel
import Testing

@testable import PBXSimulator

/// Answering another phone's ringing call.
struct PickupTests {
  private var bench = Bench()

  private mutating func pickUp(_ number: String, _ dest: String) throws {
    try bench.send(.pickUp(PickUp(extension: number, dest: dest)))
  }

  /// A call that 8003 lets ring.
  private mutating func ring(_ caller: String = "8001") throws {
    try bench.phone("8003", .ignores)
    try bench.dial(caller, "8003")
    bench.wait(.seconds(3))
  }

  @Test mutating func `who picks up talks with the caller, and the other phone is free`() throws {
    try ring()
    try pickUp("8005", "8003")
    bench.wait(.seconds(2))
    #expect(try bench.state("8001") == "In use/1")
    #expect(try bench.state("8003") == "Not in use/0")
    #expect(try bench.state("8005") == "In use/1")
    #expect(try bench.switchboard.audio(of: "8001").hears == ["8005"])
    let endings = bench.endings()
    #expect(endings == ["8003 26"])
    bench.wait(.seconds(1))
    try bench.hangup("8001")
    #expect(try bench.state("8005") == "Not in use/0")
    #expect(
      try bench.recordTexts() == [
        "8003 s NO ANSWER 3/0", "8001 8003 ANSWERED 4/3", "8001 8003 ANSWERED 1/1",
      ])
    #expect(
      try bench.records().map(\.destinationChannel).map { $0.prefix(10) } == [
        "", "PJSIP/8003", "PJSIP/8005",
      ])
    #expect(Set(try bench.records().map(\.linkedid)).count == 1)
  }

  @Test mutating func `a caller who dialled is answered by whom picks up`() throws {
    try bench.phone("8003", .ignores)
    try bench.send(.phoneDials(from: "8002", to: "8003"))
    bench.wait(.seconds(1))
    try pickUp("8005", "8003")
    bench.wait(.seconds(3))
    try bench.hangup("8005")
    #expect(
      try bench.recordTexts() == [
        "8003 s NO ANSWER 2/0", "8002 8003 NO ANSWER 2/0", "8002 8003 ANSWERED 1/1",
      ])
  }

  @Test mutating func `a call from outside is picked up`() throws {
    try bench.phone("8003", .ignores)
    try bench.send(.incoming(IncomingCall(caller: "18312345678", destination: "8003")))
    bench.wait(.seconds(1))
    try pickUp("8005", "8003")
    bench.wait(.seconds(2))
    #expect(try bench.switchboard.audio(of: "18312345678").hears == ["8005"])
    #expect(try bench.records().map { $0.text("direction") } == [""])
    try bench.hangup("18312345678")
    #expect(try bench.records().map { $0.text("direction") } == ["", "in", "in"])
    #expect(try bench.state("trunkHWD") == "Not in use/0")
  }

  @Test mutating func `a consultation is picked up`() throws {
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.phone("8003", .ignores)
    try bench.transfer(.attended, "8001", "8003")
    bench.wait(.seconds(2))
    try pickUp("8005", "8003")
    bench.wait(.seconds(2))
    #expect(try bench.switchboard.audio(of: "8001").hears == ["8005"])
    try bench.hangup("8001")
    #expect(try bench.switchboard.audio(of: "8002").hears == ["8005"])
  }

  @Test mutating func `who picks up an acting phone makes its call instead`() throws {
    try bench.phone("8001", .ignores)
    try bench.dial("8001", "8002")
    bench.wait(.seconds(1))
    try pickUp("8005", "8001")
    bench.wait(.seconds(4))
    #expect(bench.endings() == ["8001 26"])
    #expect(try bench.switchboard.audio(of: "8002").hears == ["8005"])
    try bench.hangup("8005")
    #expect(try bench.recordTexts() == ["8001 s NO ANSWER 2/0", "8005 8002 ANSWERED 4/2"])
    #expect(try bench.records().map(\.lastApplication) == ["AppDial2", "Dial"])
    #expect(Set(try bench.records().map(\.linkedid)).count == 2)
  }

  @Test mutating func `who picks up a phone that is to spy is the spy`() throws {
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.phone("8003", .ignores)
    try bench.send(.barge(Barge(extension: "8003", dest: "8001")))
    bench.wait(.seconds(1))
    try pickUp("8005", "8003")
    bench.wait(.seconds(2))
    #expect(try bench.switchboard.audio(of: "8001").hears == ["8002", "8005"])
  }

  @Test mutating func `whoever comes first has the call, and the other one is hung up`() throws {
    try ring()
    try pickUp("8005", "8003")
    try pickUp("8006", "8003")
    bench.wait(.seconds(2))
    #expect(try bench.state("8005") == "In use/1")
    #expect(try bench.state("8006") == "Not in use/0")
    #expect(bench.endings() == ["8003 26", "8006 0"])
    #expect(try bench.records().map(\.lastApplication) == ["AppDial", "PickupChan"])
  }

  @Test mutating func `who answers too late is hung up`() throws {
    try ring()
    try bench.phone("8005", .answers(after: .seconds(5)))
    try pickUp("8005", "8003")
    bench.wait(.seconds(1))
    try bench.hangup("8001")
    bench.wait(.seconds(5))
    #expect(try bench.state("8005") == "Not in use/0")
    #expect(try bench.recordTexts() == ["8001 8003 NO ANSWER 4/2", "8005 s ANSWERED 5/0"])
  }

  @Test mutating func `a phone that does not answer leaves the call ringing`() throws {
    try ring()
    try bench.phone("8005", .busy)
    try pickUp("8005", "8003")
    bench.wait(.seconds(1))
    #expect(try bench.state("8003") == "Ringing/1")
    #expect(try bench.recordTexts() == ["8005 s BUSY 0/0"])
    try bench.phone("8006", .offline)
    try pickUp("8006", "8003")
    bench.wait(.seconds(1))
    #expect(try bench.state("8006") == "Unavailable/0")
    #expect(try bench.state("8003") == "Ringing/1")
  }

  @Test mutating func `what does not ring cannot be picked up`() throws {
    let nothing = PickUp.failed("8003 does not ring")
    #expect(throws: nothing) { try pickUp("8005", "8003") }
    #expect(throws: PickUp.failed("7999 does not ring")) { try pickUp("8005", "7999") }
    try bench.dial("8001", "8003")
    bench.wait(.seconds(5))
    #expect(throws: nothing) { try pickUp("8005", "8003") }
    try bench.hangup("8001")
    try ring()
    #expect(throws: PickUp.failed("there is no extension 7999")) { try pickUp("7999", "8003") }
  }
}
