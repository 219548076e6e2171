import PBXModel
import PBXSimulator
import TestThreads
import Testing

/// What was recorded is downloaded, whichever way one asks.
@Suite(.ownThreads, .timeLimit(.minutes(1)))
struct RecordingContractTests {
  private static func download(
    _ text: String, _ access: Backend.Access
  ) async throws -> [UInt8] {
    let path = try #require(RecordingPath(text))
    let recording = try await access.service.recording(at: path)
    var bytes: [UInt8] = []
    for try await chunk in recording.chunks { bytes += chunk }
    #expect(recording.size == bytes.count)
    return bytes
  }

  @Test(arguments: Backend.allCases, ["8002", "+8675512345678"])
  func `a recorded call is a file of its length, and the same each time`(
    over backend: Backend, dest: String
  ) async throws {
    var world = World.default
    world.lines[0].recording = .force
    try await backend.withAccess(to: world) { access in
      _ = try await access.service.dial(Dial(extension: "8001", dest: dest))
      _ = try await access.lab.advance(by: .seconds(92))
      try await access.service.hangup(Hangup(extension: "8001"))
      let record = try #require(
        try await access.service.callRecords(ListCallRecords()).rows.first)
      let bytes = try await Self.download(record.text("recording"), access)
      // 8 kHz, 16 bit, mono; the talk began with the second answer.
      #expect((89 * 16_000...90 * 16_000).contains(bytes.count - 44))
      #expect(String(decoding: bytes.prefix(4), as: UTF8.self) == "RIFF")
      #expect(try await Self.download(record.text("recording"), access) == bytes)
    }
  }

  @Test(arguments: Backend.allCases)
  func `a voicemail message is a file of its length`(over backend: Backend) async throws {
    try await backend.withAccess { access in
      _ = try await access.service.dial(Dial(extension: "8007", dest: "vm8001"))
      _ = try await access.lab.advance(by: .seconds(20))
      try await access.service.hangup(Hangup(extension: "8007"))
      let day = ListVoicemails(start: "2026-01-05 00:00:00", end: "2026-01-06 00:00:00")
      let message = try #require(try await access.service.voicemails(day).rows.first)
      let bytes = try await Self.download(message.text("recording"), access)
      #expect((bytes.count - 44) / 16_000 == message.integer("duration"))
    }
  }
}
