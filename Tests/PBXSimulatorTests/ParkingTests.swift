import PBXModel
import PBXSimulator
import Testing

struct ParkingTests {
  /// 18312345678 has called 8001 and talked for a second.
  private func conversation(lot: ParkingLot = ParkingLot()) throws -> Bench {
    var world = World.default
    world.parkingLot = lot
    var bench = Bench(world: world)
    try bench.callIn(to: "8001")
    bench.wait(.seconds(2))
    return bench
  }

  private func spaces(_ bench: Bench, of number: String? = nil) throws -> [String] {
    try bench.switchboard.parkedCalls(ListParkedCalls(extension: number)).rows
      .map { "\($0.text("parkingSpace")) \($0.text("parkeeCallerIDNum"))" }
  }

  @Test func `the peer is parked, and the parker is free`() throws {
    var bench = try conversation()
    try bench.park("8001")
    #expect(try bench.state("8001") == "Not in use/0")
    #expect(try bench.state("trunkHWD") == "In use/1")
    #expect(try spaces(bench) == ["701 18312345678"])
    try bench.unpark("8005", "18312345678")
    bench.wait(.milliseconds(500))
    #expect(try bench.state("8005") == "Ringing/1")
    bench.wait(.milliseconds(500) + .milliseconds(10))
    #expect(try bench.state("8005") == "In use/1")
    #expect(try spaces(bench).isEmpty)
    try bench.hangup("8005")
    #expect(try bench.state("trunkHWD") == "Not in use/0")
  }

  @Test func `a parked call has a row for each talk, the wait, and who took it back`() throws {
    var bench = try conversation()
    try bench.park("8001")
    bench.wait(.seconds(10))
    try bench.unpark("8005", "18312345678")
    bench.wait(.seconds(4))
    try bench.hangup("18312345678")
    #expect(
      try bench.recordTexts() == [
        "18312345678 8001 ANSWERED 2/0", "18312345678 8001 ANSWERED 11/11",
        "18312345678 8001 ANSWERED 2/2", "18312345678 s ANSWERED 1/0",
      ])
    #expect(try bench.records().map(\.lastApplication) == ["Dial", "Park", "Dial", "ParkedCall"])
    #expect(
      try bench.records().map(\.destinationChannel) == [
        "PJSIP/8001-00000001", "", "PJSIP/8005-00000002", "",
      ])
    #expect(Set(try bench.records().map(\.linkedid)).count == 1)
    #expect(try bench.records().map { $0.text("direction") } == ["in", "in", "in", ""])
  }

  @Test(arguments: [
    (Optional.some(Duration.seconds(600)), "588"), (nil, "18446744073709551604"),
  ])
  func `a row of the list has the nineteen fields of the document`(
    timeout: Duration?, left: String
  ) throws {
    var bench = try conversation(lot: ParkingLot(timeout: timeout))
    try bench.park("8001")
    bench.wait(.seconds(12) + .milliseconds(900))
    let row = try #require(try bench.switchboard.parkedCalls(ListParkedCalls()).rows.first)
    #expect(
      row.json == [
        "parkeeChannel": "PJSIP/trunkHWD-00000000", "parkeeChannelState": "6",
        "parkeeChannelStateDesc": "Up", "parkeeCallerIDNum": "18312345678",
        "parkeeCallerIDName": "18312345678", "parkeeConnectedLineNum": "8001",
        "parkeeConnectedLineName": "device", "parkeeLanguage": "cn", "parkeeAccountCode": "",
        "parkeeContext": "from-trunk", "parkeeExten": "8001", "parkeePriority": "2",
        "parkeeUniqueid": "hwd-1767574800.0", "parkeeLinkedid": "hwd-1767574800.0",
        "parkerDialString": "PJSIP/8001", "parkingLot": "default", "parkingSpace": "701",
        "parkingTimeout": .string(left), "parkingDuration": "12",
      ])
    #expect(row.json.members.map(\.name) == ParkedCall.fieldNames)
    #expect(row.secondsLeft == timeout.map { _ in 588 })
  }

  @Test func `the list has the called side, names, and only what an extension parked`() throws {
    var world = World.default
    world.lines[0].name = "Reception"
    world.lines[1].name = "Zhang San"
    var bench = Bench(world: world)
    try bench.dial("8001", "8002")
    try bench.dial("8003", "8004")
    bench.wait(.seconds(3))
    try bench.park("8001")
    try bench.park("8004")
    #expect(try spaces(bench) == ["701 8002", "702 8003"])
    #expect(try spaces(bench, of: "8004") == ["702 8003"])
    #expect(try spaces(bench, of: "8002").isEmpty)
    let rows = try bench.switchboard.parkedCalls(ListParkedCalls()).rows
    #expect(rows.map { $0.text("parkeeCallerIDName") } == ["Zhang San", "8003"])
    #expect(rows.map { $0.text("parkeeConnectedLineName") } == ["Reception", "device"])
    #expect(rows.map { $0.text("parkeeExten") } == ["", "8004"])
    #expect(rows.map { $0.text("parkeePriority") } == ["1", "3"])
  }

  @Test func `the lowest free space is taken, and a full lot refuses`() throws {
    var world = World.default
    world.parkingLot = ParkingLot(spaces: 701...702)
    var bench = Bench(world: world)
    for (caller, called) in [("8001", "8002"), ("8003", "8004"), ("8005", "8006")] {
      try bench.dial(caller, called)
    }
    bench.wait(.seconds(3))
    try bench.park("8001")
    try bench.park("8003")
    let error = Park.failed("there is no free space in the lot default")
    #expect(error.code == 600016)
    #expect(throws: error) { try bench.park("8005") }
    #expect(try bench.state("8006") == "In use/1")
    try bench.hangup("8002")
    try bench.park("8005")
    #expect(try spaces(bench) == ["701 8006", "702 8004"])
  }

  @Test func `a call that is parked for too long rings the parker`() throws {
    var bench = try conversation(lot: ParkingLot(timeout: .seconds(60)))
    try bench.park("8001")
    bench.wait(.seconds(60) + .milliseconds(100))
    #expect(try bench.state("8001") == "Ringing/1")
    #expect(try spaces(bench).isEmpty)
    bench.wait(.seconds(3))
    #expect(try bench.state("8001") == "In use/1")
    try bench.hangup("8001")
    let record = try #require(try bench.records().last)
    #expect(try bench.records().count == 3)
    #expect(record.destination == "PJSIP_8001")
    #expect(record.text("dcontext") == "park-dial")
    #expect(record.text("lastdata") == "PJSIP/8001,30,")
    #expect(record.disposition == "ANSWERED")
  }

  @Test(arguments: [
    (PhoneBehavior.ignores, 31, "NO ANSWER"), (.busy, 1, "BUSY"), (.offline, 1, "ANSWERED"),
  ])
  func `a parked call ends when its parker does not take it back`(
    behavior: PhoneBehavior, seconds: Int, disposition: String
  ) throws {
    var bench = try conversation(lot: ParkingLot(timeout: .seconds(60)))
    try bench.park("8001")
    try bench.phone("8001", behavior)
    bench.wait(.seconds(59))
    #expect(try bench.state("trunkHWD") == "In use/1")
    bench.wait(.seconds(seconds + 1))
    #expect(try bench.state("trunkHWD") == "Not in use/0")
    #expect(try bench.records().last?.disposition == disposition)
  }

  @Test func `a parked call that nobody takes back leaves no message`() throws {
    var world = World.default
    world.parkingLot.timeout = .seconds(60)
    world.lines[0].mailbox = "8001"
    world.mailboxes = [Mailbox(number: "8001")]
    var bench = Bench(world: world)
    try bench.callIn(to: "8001")
    bench.wait(.seconds(2))
    try bench.park("8001")
    try bench.phone("8001", .ignores)
    bench.wait(.seconds(95))
    #expect(try bench.state("trunkHWD") == "Not in use/0")
    #expect(try bench.records().count == 3)
  }

  @Test func `a call that is parked a second time has its whole time again`() throws {
    var bench = try conversation(lot: ParkingLot(timeout: .seconds(60)))
    try bench.park("8001")
    bench.wait(.seconds(30))
    try bench.unpark("8005", "18312345678")
    bench.wait(.seconds(5))
    try bench.park("8005")
    bench.wait(.seconds(59))
    #expect(try spaces(bench) == ["701 18312345678"])
    bench.wait(.seconds(3))
    #expect(try bench.state("8005") == "In use/1")
    #expect(try bench.state("8001") == "Not in use/0")
  }

  @Test func `who is parked can be hung up by its number, and is gone then`() throws {
    var bench = try conversation()
    try bench.park("8001")
    let hint = Unpark.failed("701 is a space of the lot: name who is parked there, 18312345678")
    #expect(throws: hint) { try bench.unpark("8001", "701") }
    try bench.hangup("18312345678")
    #expect(try bench.state("trunkHWD") == "Not in use/0")
    #expect(try spaces(bench).isEmpty)
    let error = Unpark.failed("18312345678 is not parked")
    #expect(error.code == 600018)
    #expect(throws: error) { try bench.unpark("8001", "18312345678") }
    #expect(try bench.recordTexts().count == 2)
  }

  @Test func `whoever hangs up in the lot leaves nothing to the phone that rings for it`() throws {
    var bench = try conversation()
    try bench.park("8001")
    try bench.unpark("8005", "18312345678")
    bench.wait(.milliseconds(500))
    try bench.hangup("18312345678")
    #expect(try bench.state("8005") == "Ringing/1")
    bench.wait(.seconds(1))
    #expect(try bench.state("8005") == "Not in use/0")
    #expect(try bench.recordTexts().last == "18312345678 s ANSWERED 1/0")
  }

  @Test(arguments: [(PhoneBehavior.busy, 1), (.offline, 0), (.ignores, 1)])
  func `a phone that does not take it leaves the call in the lot`(
    behavior: PhoneBehavior, rows: Int
  ) throws {
    var bench = try conversation()
    try bench.park("8001")
    try bench.phone("8005", behavior)
    try bench.unpark("8005", "18312345678")
    bench.wait(.seconds(40))
    #expect(try spaces(bench) == ["701 18312345678"])
    #expect(try bench.records().count == rows)
    #expect(try bench.records().allSatisfy { $0.destination == "s" })
  }

  @Test func `of two phones that take one call back the first has it`() throws {
    var bench = try conversation()
    try bench.park("8001")
    try bench.phone("8006", .answers(after: .seconds(2)))
    try bench.unpark("8006", "18312345678")
    try bench.unpark("8005", "18312345678")
    bench.wait(.seconds(3))
    #expect(try bench.state("8005") == "In use/1")
    #expect(try bench.state("8006") == "Not in use/0")
  }

  @Test func `the phone behind the helper legs of a transfer is parked`() throws {
    var bench = try conversation()
    try bench.transfer(.attended, "8001", "8005")
    bench.wait(.seconds(3))
    try bench.hangup("8001")
    try bench.park("8005")
    #expect(try spaces(bench) == ["701 18312345678"])
    #expect(try bench.state("8005") == "Not in use/0")
    try bench.unpark("8001", "18312345678")
    bench.wait(.seconds(2))
    try bench.transfer(.blind, "8001", "8006")
    bench.wait(.seconds(2))
    #expect(try bench.state("8006") == "In use/1")
    #expect(try bench.state("trunkHWD") == "In use/1")
  }

  @Test(arguments: [
    ("8003", "8003 is in no call"), ("8099", "there is no extension 8099"),
    ("8002", "8002 is parked"), ("8005", "8005 is in an attended transfer"),
  ])
  func `a park that cannot work says why`(number: String, reason: String) throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    try bench.dial("8005", "8006")
    bench.wait(.seconds(3))
    try bench.park("8001")
    try bench.transfer(.attended, "8005", "8007")
    #expect(throws: Park.failed(reason)) { try bench.park(number) }
  }

  @Test func `a consulting peer is not parked`() throws {
    var bench = try conversation()
    try bench.transfer(.attended, "8001", "8005")
    bench.wait(.seconds(3))
    #expect(throws: Park.failed("8001 is in an attended transfer")) { try bench.park("8005") }
  }

  @Test(arguments: [
    ("8099", "18312345678", APIErrorCode(600018)), ("8005", "8001", 600018), ("8005", "", 600017),
    ("", "18312345678", 600017),
  ])
  func `only what is parked is taken back`(
    number: String, dest: String, code: APIErrorCode
  ) throws {
    var bench = try conversation()
    try bench.park("8001")
    let error = #expect(throws: PBXError.self) { try bench.unpark(number, dest) }
    #expect(error?.code == code)
  }
}
