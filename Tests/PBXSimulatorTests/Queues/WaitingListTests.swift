import PBXModel
import Testing

@testable import PBXSimulator

struct WaitingListTests {
  @Test func `callers are taken out from anywhere, the others keep their order`() {
    var list = WaitingList()
    for number in 0..<20 { list.append(ChannelID(rawValue: number), arrival: number * 3) }
    for number in [0, 19, 7, 7, 8] { list.remove(arrival: number * 3) }
    list.remove(arrival: 4)
    let rest = (1..<19).filter { ![7, 8].contains($0) }
    #expect(list.callers.map(\.rawValue) == rest)
    #expect(list.count == 16)
  }

  @Test func `the list shows the place, the time, the area code and the keys`() throws {
    var bench = Bench.queue(at: [])
    try bench.queueUp("075512345678")
    bench.wait(.seconds(72))
    try bench.queueUp("18312345678")
    let rows = try bench.switchboard.waitingCallers(ListWaitingCallers(queue: "200")).rows
    #expect(rows.map { $0.text("serialNo") } == ["1", "2"])
    #expect(rows.map { $0.text("waitTime") } == ["1:12", "0:00"])
    #expect(rows.map { $0.text("ac") } == ["0755", ""])
    #expect(rows.map { $0.text("prio") } == ["0", "0"])
    #expect(rows.map { $0.text("channel").prefix(14) } == ["PJSIP/trunkHWD", "PJSIP/trunkHWD"])
  }
}
