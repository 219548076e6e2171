import FlowREPL
import PBXModel
import Testing

@testable import PBXSimulator
@testable import callflow

@Suite struct CallNoticeTests {
  private func party(_ number: String, _ technology: String = "PJSIP") -> PBXEvent.Party {
    PBXEvent.Party(
      number: number, channel: "\(technology)/\(number)-00000001", uniqueid: "hwd-1.0",
      linkedid: "hwd-1.0")
  }

  private func text(_ kind: PBXEvent.Kind) -> String? {
    CallNotice.notice(of: PBXEvent(moment: World.default.start, kind: kind))?.text
  }

  @Test func `what a user would see at the phones is told`() {
    #expect(text(.ringing(party("8002"))) == "8002 rings")
    #expect(text(.answered(party("8002"))) == "8002 answers")
    #expect(text(.bridged(party("8001"), party("8002"))) == "8001 ↔ 8002 connected")
    #expect(text(.queued(party("18312345678"), queue: "200")) == "18312345678 waits in queue 200")
  }

  @Test func `a helper leg of the PBX is nobody`() {
    #expect(text(.bridged(party("8005", "Local"), party("8005"))) == nil)
    #expect(text(.created(party("8001"))) == nil)
    let record = CallRecord(json: ["channel": .string("Local/8005@from-internal-00000000;2")])
    #expect(text(.recorded(record)) == nil)
  }

  @Test(arguments: [
    ("ANSWERED", "call ended: 8001 → 8002 ANSWERED 4 s"),
    ("NO ANSWER", "call ended: 8001 → 8002 NO ANSWER"),
  ])
  func `a record says how a call ended`(disposition: String, expected: String) {
    let record = CallRecord(json: [
      "src": .string("8001"), "dst": .string("8002"), "disposition": .string(disposition),
      "billsec": .integer(4),
    ])
    #expect(text(.recorded(record)) == expected)
  }
}
