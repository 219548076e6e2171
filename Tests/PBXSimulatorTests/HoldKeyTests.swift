import PBXModel
import PBXSimulator
import Testing

/// The hold keys of the phones.
struct HoldKeyTests {
  private func conversation(with dest: String = "8002") throws -> Bench {
    var bench = Bench()
    try bench.dial("8001", dest)
    bench.wait(.seconds(3))
    return bench
  }

  @Test func `On Hold shows on the party that is held`() throws {
    var bench = try conversation()
    try bench.send(.perform(.holds, number: "8001"))
    #expect(try bench.state("8002") == "On Hold/1")
    #expect(try bench.state("8001") == "In use/1")
    try bench.send(.perform(.unholds, number: "8001"))
    #expect(try bench.state("8002") == "In use/1")
    try bench.hangup("8002")
    #expect(try bench.records().count == 1)
  }

  @Test func `an outside party can hold and be held`() throws {
    var bench = try conversation(with: "18312345678")
    try bench.send(.perform(.holds, number: "18312345678"))
    #expect(try bench.state("8001") == "On Hold/1")
    try bench.send(.perform(.holds, number: "8001"))
    #expect(try bench.state("trunkHWD") == "On Hold/1")
    try bench.send(.perform(.unholds, number: "18312345678"))
    #expect(try bench.state("8001") == "In use/1")
    #expect(try bench.state("trunkHWD") == "On Hold/1")
  }

  @Test(arguments: ["8001", "8002"])
  func `whoever hangs up a held call ends it`(number: String) throws {
    var bench = try conversation()
    try bench.send(.perform(.holds, number: "8001"))
    try bench.hangup(number)
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try bench.state("8002") == "Not in use/0")
  }

  @Test func `the far end is held through the helper legs of a transfer`() throws {
    var bench = try conversation()
    try bench.transfer(.attended, "8001", "8005")
    bench.wait(.seconds(3))
    try bench.hangup("8001")
    try bench.send(.perform(.holds, number: "8002"))
    #expect(try bench.state("8005") == "On Hold/1")
    try bench.send(.perform(.unholds, number: "8002"))
    #expect(try bench.state("8005") == "In use/1")
  }

  @Test func `a key's hold ends with the conversation, and a consultation takes it over`() throws {
    var bench = try conversation()
    try bench.send(.perform(.holds, number: "8001"))
    try bench.transfer(.attended, "8001", "8005")
    bench.wait(.seconds(3))
    #expect(try bench.state("8002") == "On Hold/1")
    try bench.cancel("8001")
    bench.wait(.seconds(1))
    #expect(try bench.state("8002") == "In use/1")
    try bench.send(.perform(.holds, number: "8001"))
    try bench.transfer(.blind, "8001", "8006")
    #expect(try bench.state("8002") == "In use/1")
  }

  @Test func `a hold by the API replaces that of the key`() throws {
    var bench = try conversation()
    try bench.send(.perform(.holds, number: "8001"))
    try bench.hold("8001")
    #expect(try bench.state("8002") == "In use/1")
    #expect(throws: PBXError.self) { try bench.send(.perform(.unholds, number: "8001")) }
    try bench.unhold("8001")
    #expect(try bench.state("8002") == "In use/1")
  }

  @Test(arguments: [
    (PhoneAction.holds, "8003", "8003 talks with nobody"),
    (.holds, "8001", "the other end of 8001's call is on hold already"),
    (.unholds, "8002", "8002 has put nobody on hold"), (.holds, "123", "there is no phone 123"),
  ])
  func `a key that does nothing says why`(
    action: PhoneAction, number: String, reason: String
  ) throws {
    var bench = try conversation()
    try bench.send(.perform(.holds, number: "8001"))
    let error = #expect(throws: PBXError.self) { try bench.send(.perform(action, number: number)) }
    #expect(error?.cause == .lab(reason))
  }
}
