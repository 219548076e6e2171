import PBXModel
import PBXSimulator
import Testing

struct QueryTests {
  @Test func `pages of endpoints end at a short one`() throws {
    let switchboard = Switchboard(world: .default, seed: 0)
    let pages = try (1...4).map { page in
      try switchboard.endpoints(ListEndpoints(page: page, pageSize: 4)).rows.map(\.endpoint)
    }
    #expect(pages.map(\.count) == [4, 4, 2, 0])
    #expect(pages.joined().sorted() == (8001...8010).map(String.init))
    #expect(try switchboard.endpoints(ListEndpoints(page: .max, pageSize: .max)).rows.isEmpty)
  }

  @Test func `a page from nowhere is refused`() {
    let switchboard = Switchboard(world: .default, seed: 0)
    #expect(throws: PBXError.self) { try switchboard.endpoints(ListEndpoints(page: 0)) }
    #expect(throws: PBXError.self) { try switchboard.trunks(ListTrunks(pageSize: -1)) }
    #expect(throws: PBXError.self) {
      try switchboard.callRecords(ListCallRecords(start: "yesterday"))
    }
  }

  @Test func `rows have every field that the API documents`() throws {
    var bench = Bench()
    try bench.dial("8001", "8002")
    bench.wait(.seconds(3))
    try bench.hangup("8001")
    let record = try #require(try bench.records().first)
    for name in CallRecord.fieldNames { #expect(record.json[name] != nil, "\(name)") }
    #expect(record.text("calldate") == "2026-01-05 09:00:00")
    #expect(record.text("clid") == "\"8001\" <8001>")
    let endpoint = try #require(try bench.switchboard.endpoints(ListEndpoints()).rows.first)
    for name in EndpointStatus.fieldNames { #expect(endpoint.json[name] != nil, "\(name)") }
    let trunk = try #require(try bench.switchboard.trunks(ListTrunks()).rows.first)
    for name in TrunkStatus.fieldNames { #expect(trunk.json[name] != nil, "\(name)") }
  }

  @Test(arguments: [
    (ListCallRecords(), 3), (ListCallRecords(src: "8001"), 2), (ListCallRecords(dst: "8004"), 1),
    (ListCallRecords(disposition: "BUSY"), 1), (ListCallRecords(disposition: "ANSWERD"), 2),
    (ListCallRecords(direction: "out"), 1), (ListCallRecords(direction: "inner"), 2),
    (ListCallRecords(start: "2026-01-05 09:00:10"), 2),
    (ListCallRecords(end: "2026-01-05 09:00:10"), 2),
    (ListCallRecords(start: "2026-01-05 09:00:11", end: "2026-01-05 09:00:19"), 0),
  ])
  func `call records are filtered`(request: ListCallRecords, count: Int) throws {
    var bench = Bench()
    try bench.phone("8004", .busy)
    for (caller, dest) in [("8001", "8002"), ("8003", "8004"), ("8001", "18312345678")] {
      try bench.dial(caller, dest)
      bench.wait(.seconds(5))
      _ = try? bench.hangup(caller)
      bench.wait(.seconds(5))
    }
    #expect(try bench.switchboard.callRecords(request).rows.count == count)
  }

  @Test func `uniqueids have the prefix, the second and a number`() throws {
    var bench = Bench()
    bench.wait(.milliseconds(1500))
    let first = try bench.send(.dial(Dial(extension: "8001", dest: "8002")))
    let second = try bench.send(.dial(Dial(extension: "8003", dest: "8004")))
    #expect(first == .call(uniqueid: "hwd-1767574801.0"))
    #expect(second == .call(uniqueid: "hwd-1767574801.1"))
  }
}
