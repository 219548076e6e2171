import PBXModel
import Testing

@testable import PBXSimulator

struct RedirectTests {
  private func redirect(_ bench: inout Bench, _ number: String, _ place: String) throws(PBXError) {
    try bench.send(.redirect(Redirect(extension: place, dest: number)))
  }

  @Test func `a waiting caller is answered by another extension, in one record`() throws {
    var bench = Bench.queue(at: [])
    try bench.queueUp()
    bench.wait(.milliseconds(2450))
    try redirect(&bench, "18312345678", "8005")
    #expect(try bench.waiting() == [])
    // To the queue, this caller has given up.
    #expect(bench.switchboard.queueing.queues["200"]?.abandoned == 1)
    #expect(bench.switchboard.queueing.queues["200"]?.taken == 0)
    bench.wait(.seconds(2))
    #expect(bench.talks == ["18312345678-8005"])
    try bench.hangup("8005")
    #expect(try bench.recordTexts() == ["18312345678 8005 ANSWERED 5/4"])
    #expect(try bench.records().first?.text("lastdata") == "PJSIP/8005,45,TtkK")
  }

  @Test func `an agent's phone that rings for the caller stops`() throws {
    var bench = Bench.queue(at: ["8001"], phones: .ignores)
    try bench.phone("8005", .answers(after: .zero))
    try bench.queueUp()
    bench.wait(.seconds(2))
    try redirect(&bench, "18312345678", "8005")
    #expect(try bench.state("8001") == "Not in use/0")
    bench.wait(.seconds(2))
    try bench.hangup("8005")
    #expect(
      try bench.recordTexts()
        == ["18312345678 200 NO ANSWER 2/2", "18312345678 8005 ANSWERED 2/2"])
  }

  @Test func `an extension that does not answer loses the caller`() throws {
    var bench = Bench.queue(at: [])
    try bench.phone("8005", .busy)
    try bench.queueUp()
    try redirect(&bench, "18312345678", "8005")
    bench.wait(.seconds(1))
    #expect(try bench.state("trunkHWD") == "Not in use/0")
    #expect(try bench.records().map(\.disposition) == ["BUSY"])
  }

  @Test func `of two callers with one number, the first is answered`() throws {
    var bench = Bench.queue(at: [])
    try bench.queueUp("18312345678")
    try bench.queueUp("13800138000")
    try bench.queueUp("18312345678")
    try redirect(&bench, "18312345678", "8005")
    #expect(try bench.waiting() == ["13800138000", "18312345678"])
  }

  @Test(arguments: [
    ("13800138000", "8005", APIErrorCode(600020)), ("18312345678", "8999", 600020),
    ("18312345678", "200", 600020), ("", "8005", 600019), ("18312345678", "", 600019),
  ])
  func `a redirect that cannot work is refused, and the caller waits`(
    number: String, place: String, code: APIErrorCode
  ) throws {
    var bench = Bench.queue(at: [])
    try bench.queueUp()
    let error = #expect(throws: PBXError.self) { try redirect(&bench, number, place) }
    #expect(error?.code == code)
    #expect(try bench.waiting() == ["18312345678"])
  }

  @Test func `who talks with an agent already waits no more`() throws {
    var bench = Bench.queue(at: ["8001"])
    try bench.queueUp()
    bench.wait(.seconds(1))
    let error = #expect(throws: PBXError.self) { try redirect(&bench, "18312345678", "8005") }
    #expect(error?.code == 600020)
  }
}
