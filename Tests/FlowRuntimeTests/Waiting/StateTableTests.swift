import FlowRuntime
import FlowSyntax
import PBXModel
import Testing

@Suite struct `The state table` {
  private static let start = Timestamp(nanoseconds: 1_000_000_000_000)

  struct NumberRow: Sendable, CustomTestStringConvertible {
    var state: CallState
    var device: DeviceState
    var channels: Int
    var answer: StateAnswer
    var testDescription: String { "\(state) of \(device.rawValue)/\(channels)" }
  }

  static let numbers: [NumberRow] = [
    NumberRow(state: .ringing, device: .ringing, channels: 1, answer: .holds),
    NumberRow(state: .ringing, device: .ringingInUse, channels: 2, answer: .holds),
    NumberRow(state: .ringing, device: .inUse, channels: 1, answer: .pending),
    NumberRow(state: .ringing, device: .notInUse, channels: 1, answer: .pending),
    NumberRow(state: .answered, device: .inUse, channels: 1, answer: .holds),
    NumberRow(state: .answered, device: .onHold, channels: 1, answer: .holds),
    NumberRow(state: .answered, device: .ringingInUse, channels: 2, answer: .holds),
    NumberRow(state: .answered, device: .busy, channels: 1, answer: .holds),
    NumberRow(state: .answered, device: .busy, channels: 0, answer: .pending),
    NumberRow(state: .answered, device: .inUse, channels: 0, answer: .pending),
    NumberRow(state: .answered, device: .ringing, channels: 1, answer: .pending),
    NumberRow(state: .answered, device: .unavailable, channels: 0, answer: .pending),
    NumberRow(state: .idle, device: .notInUse, channels: 0, answer: .holds),
    NumberRow(state: .idle, device: .notInUse, channels: 1, answer: .pending),
    NumberRow(state: .idle, device: .unavailable, channels: 0, answer: .pending),
    NumberRow(state: .idle, device: .inUse, channels: 1, answer: .pending),
  ]

  @Test(arguments: numbers)
  func `reads an extension by its state and its channels`(row: NumberRow) {
    let snapshot = Self.snapshot(1, at: .zero, ["8002": (row.device, row.channels)])
    #expect(Self.answer(row.state, .number("8002"), CallBook(), snapshot) == row.answer)
  }

  @Test func `knows no extension that the PBX does not know`() {
    let snapshot = Self.snapshot(1, at: .zero, [:])
    #expect(
      Self.answer(.idle, .number("9999"), CallBook(), snapshot) == .unknownExtension("9999"))
  }

  typealias Look = [String: (DeviceState, Int)]

  struct CallRow: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// One look every 200 ms.
    var looks: [Look]
    var hasRecord = false
    /// Of the last look, since the call began.
    var elapsed: Duration = .seconds(1)
    var answers: [CallState: StateAnswer]
  }

  static let idle: Look = ["8001": (.notInUse, 0), "8002": (.notInUse, 0)]
  static let calling: Look = ["8001": (.ringing, 1), "8002": (.notInUse, 0)]
  static let ringing: Look = ["8001": (.inUse, 1), "8002": (.ringing, 1)]
  static let talking: Look = ["8001": (.inUse, 1), "8002": (.inUse, 1)]
  static let ended = StateAnswer.over(reason: "the call has ended")

  static let calls: [CallRow] = [
    CallRow(
      testDescription: "a call that was only taken is starting", looks: [idle, idle, idle],
      answers: [.ended: .pending, .answered: .pending, .ringing: .pending]),
    CallRow(
      testDescription: "a call that never shows has not begun", looks: [idle, idle],
      elapsed: .seconds(5),
      answers: [
        .ended: .neverBegan(of: "the call 8001 -> 8002"),
        .answered: .neverBegan(of: "the call 8001 -> 8002"),
      ]),
    CallRow(
      testDescription: "the acting end's ringing is not the call's", looks: [calling],
      answers: [.ringing: .pending, .answered: .pending, .ended: .pending]),
    CallRow(
      testDescription: "one end does not answer a call", looks: [calling, ringing],
      answers: [.ringing: .holds, .answered: .pending, .ended: .pending, .idle: .pending]),
    CallRow(
      testDescription: "both ends answer a call, which rang", looks: [ringing, talking],
      answers: [
        .answered: .holds, .ringing: .inferred(from: "answered"), .ended: .pending,
      ]),
    CallRow(
      testDescription: "one idle look ends no call", looks: [talking, idle],
      answers: [.ended: .pending, .answered: .pending, .idle: .holds]),
    CallRow(
      testDescription: "two idle looks do", looks: [talking, idle, idle],
      answers: [.ended: .holds, .answered: ended]),
    CallRow(
      testDescription: "one idle look and the record do", looks: [talking, idle],
      hasRecord: true, answers: [.ended: .holds]),
    CallRow(
      testDescription: "a record alone does not", looks: [talking], hasRecord: true,
      answers: [.ended: .pending, .answered: .holds]),
    CallRow(
      testDescription: "an end is no answer and no ringing", looks: [calling, idle, idle],
      answers: [.ended: .holds, .answered: ended, .ringing: ended]),
    CallRow(
      testDescription: "a record ends a call that no look showed", looks: [idle],
      hasRecord: true, answers: [.ended: .holds]),
  ]

  @Test(arguments: calls)
  func `reads a call by its ends, its record and its time`(row: CallRow) {
    var book = CallBook()
    let before = PartySample(round: 0, askedAt: Self.start, state: .notInUse, channels: 0)
    let handle = book.begin(
      extension: "8001", destination: "8002", uniqueid: "hwd-1.1", at: Self.start,
      parties: ["8001", "8002"].map {
        CallParty(extension: $0, track: PartyTrack(before: before))
      })
    var snapshot = Self.snapshot(0, at: .zero, [:])
    for (index, look) in row.looks.enumerated() {
      let left = Duration.milliseconds(200) * (row.looks.count - 1 - index)
      snapshot = Self.snapshot(index + 1, at: row.elapsed - left, look)
      book.observe(snapshot)
    }
    let records = row.hasRecord ? [CallRecord(json: ["linkedid": "hwd-1.1"])] : []
    for (state, answer) in row.answers {
      #expect(
        Self.answer(state, .call(handle.id), book, snapshot, records) == answer, "\(state)")
    }
  }

  private static func snapshot(_ round: Int, at elapsed: Duration, _ look: Look) -> Snapshot {
    var rows: [WatchKey: Result<Snapshot.Rows, PBXError>] = [:]
    for (number, (state, channels)) in look {
      rows[.endpoint(number)] = .success(
        .endpoint(
          EndpointStatus(json: [
            "endpoint": .string(number), "state": .string(state.rawValue),
            "channels": .string("\(channels) of inf"),
          ])))
    }
    return Snapshot(round: round, askedAt: start.advanced(by: elapsed), rows: rows)
  }

  private static func answer(
    _ state: CallState, _ subject: StateSubject, _ book: CallBook, _ snapshot: Snapshot,
    _ records: [CallRecord] = []
  ) -> StateAnswer {
    StateTable(book: book, snapshot: snapshot, records: records, beginLimit: .seconds(5))
      .answer(state, of: subject)
  }
}
