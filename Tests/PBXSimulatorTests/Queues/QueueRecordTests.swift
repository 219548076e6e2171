import PBXModel
import PBXSimulator
import Testing

/// What call records say of calls to queues.
struct QueueRecordTests {
  @Test func `each ring without an answer has a row, and so has the answer`() throws {
    var bench = Bench.queue(at: ["8001", "8002"])
    try bench.phone("8001", .ignores)
    try bench.queueUp()
    bench.wait(.seconds(20))
    try bench.hangup("18312345678")
    #expect(
      try bench.recordTexts()
        == ["18312345678 200 NO ANSWER 15/15", "18312345678 200 ANSWERED 4/4"])
    let records = try bench.records()
    #expect(records.map { $0.text("agentid") } == ["1001", "1002"])
    #expect(records.map { $0.text("lastapp") } == ["Queue", "Queue"])
    #expect(records.map { $0.text("service_level") } == ["-1", "1"])
    #expect(records.map { $0.text("direction") } == ["in", "in"])
    #expect(Set(records.map(\.linkedid)).count == 1)
    #expect(records.map { $0.destinationChannel.prefix(10) } == ["PJSIP/8001", "PJSIP/8002"])
  }

  @Test func `of all who ring, one answers and the others have a row each`() throws {
    var bench = Bench.queue(.ringall)
    try bench.phone("8001", .ignores)
    try bench.phone("8002", .busy)
    try bench.phone("8003", .answers(after: .seconds(3)))
    try bench.queueUp()
    bench.wait(.seconds(5))
    try bench.hangup("8003")
    #expect(
      try bench.records().map { "\($0.text("agentid")) \($0.disposition)" }
        == ["1002 BUSY", "1001 NO ANSWER", "1003 ANSWERED"])
    #expect(try bench.records().last?.text("hangupsource").hasPrefix("PJSIP/8003") == true)
  }

  @Test func `an answer after the queue's service level is a late one`() throws {
    var bench = Bench.queue(at: ["8001"], phones: .answers(after: .seconds(5))) {
      $0.serviceLevel = .seconds(4)
    }
    try bench.serveLate()
    #expect(try bench.records().map { $0.text("service_level") } == ["0"])
  }

  @Test func `who leaves without an answer counts once as not answered`() throws {
    for behavior in [PhoneBehavior.ignores, .offline] {
      var bench = Bench.queue(at: ["8001"])
      try bench.phone("8001", behavior)
      try bench.queueUp()
      bench.wait(.seconds(20))
      try bench.hangup("18312345678")
      let levels = try bench.records().map { $0.text("service_level") }
      #expect(levels == (behavior == .ignores ? ["-1", "0"] : ["0"]))
    }
  }

  @Test func `a call that no queue had to do with has no service level`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(5))
    try bench.hangup("8001")
    #expect(try bench.records().map { $0.text("service_level") } == ["-1"])
    #expect(try bench.records().map { $0.text("agentid") } == [""])
  }
}

extension Bench {
  fileprivate mutating func serveLate() throws {
    try queueUp()
    wait(.seconds(8))
    try hangup("8001")
  }
}
