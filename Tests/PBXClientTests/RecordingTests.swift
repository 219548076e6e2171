import Glibc
import PBXClient
import PBXModel
import TestThreads
import Testing
import VirtualTime

@Suite(.ownThreads, .timeLimit(.minutes(1)))
struct RecordingTests {
  static let content = String(repeating: "RIFF of an old call. ", count: 20_000)
  static let whole =
    "HTTP/1.1 200 OK\r\nContent-Type: audio/x-wav\r\nContent-Length: \(content.utf8.count)\r\n\r\n"
    + content
  static let half = String(whole.prefix(whole.count / 2))

  private let path: RecordingPath

  init() throws {
    path = try #require(RecordingPath("monitor/20241115/a#b 座.wav"))
  }

  private func withClient<Success: Sendable>(
    replying reply: @escaping @Sendable (String) -> LoopbackServer.Reply,
    _ body: @Sendable (PBXClient, LoopbackServer) async throws -> Success
  ) async throws -> Success {
    try await LoopbackServer.pbx(replying: reply) { server in
      try await PBXClient.withClient(
        try Bench.configuration("http://127.0.0.1:\(server.port)"), clock: SteppedClock(),
        random: { 0 }
      ) { try await body($0, server) }
    }
  }

  /// Runs a body in a new folder; what is in there at the end.
  private func files(after body: (String) async throws -> Void) async throws -> [String: String] {
    var template = Array("/tmp/callflow-recordings-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    try await body(folder)
    var files: [String: String] = [:]
    let entries = try #require(opendir(folder))
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let file = try #require(fopen("\(folder)/\(name)", "r"))
      var bytes = [UInt8](repeating: 0, count: 1_000_000)
      bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
      fclose(file)
      files[name] = String(decoding: bytes, as: UTF8.self)
      unlink("\(folder)/\(name)")
    }
    closedir(entries)
    rmdir(folder)
    return files
  }

  @Test func `a recording comes from the origin, with the token`() async throws {
    let reply: @Sendable (String) -> LoopbackServer.Reply = { request in
      request.hasPrefix("GET /monitor/20241115/a%23b%20%E5%BA%A7.wav HTTP/1.1\r\n")
        && request.contains("\r\nAuthorization: Bearer token\r\n") ? .send(Self.whole) : .nothing
    }
    try await withClient(replying: reply) { client, _ in
      let recording = try await client.recording(at: path)
      var bytes: [UInt8] = []
      for try await chunk in recording.chunks { bytes += chunk }
      #expect(recording.size == Self.content.utf8.count)
      #expect(bytes == Array(Self.content.utf8))
    }
  }

  @Test func `a download is there as a whole, and replaces what was there`() async throws {
    let files = try await files { folder in
      try await withClient(replying: { _ in .send(Self.whole) }) { client, _ in
        for _ in 0..<2 { try await client.download(path, to: folder + "/call.wav") }
      }
    }
    #expect(files == ["call.wav": Self.content])
  }

  @Test func `a download that breaks off leaves nothing behind`() async throws {
    let files = try await files { folder in
      let error = await #expect(throws: PBXError.self) {
        try await withClient(replying: { _ in .sendAndClose(Self.half) }) { client, _ in
          try await client.download(path, to: folder + "/call.wav")
        }
      }
      #expect(error?.cause == .connection("the connection broke off"))
    }
    #expect(files == [:])
  }

  @Test func `a download that is cancelled leaves nothing behind, nor a connection`()
    async throws
  {
    let files = try await files { folder in
      try await withClient(replying: { _ in .send(Self.half) }) { client, server in
        await withTaskGroup(of: Bool.self) { group in
          group.addTask {
            do {
              try await client.download(path, to: folder + "/call.wav")
              return false
            } catch {
              return (error as? PBXError)?.cause == .cancelled
            }
          }
          let part = folder + "/call.wav.part0"
          while access(part, F_OK) != 0 { await Task.yield() }
          group.cancelAll()
          #expect(await group.next() == true)
        }
        for await _ in server.closings { break }
      }
    }
    #expect(files == [:])
  }

  @Test func `a recording that nobody reads is let go of`() async throws {
    try await withClient(replying: { _ in .send(Self.half) }) { client, server in
      _ = try await client.recording(at: path)
      for await _ in server.closings { break }
    }
  }

  @Test(arguments: [
    ("404 Not Found", "text/html", PBXError.Cause.noRecording),
    ("200 OK", "text/html", .notTheAPI), ("401 Unauthorized", "text/html", .notSignedIn),
    ("500 Oops", "text/plain", .notTheAPI),
  ])
  func `what is no recording is a typed error and no file`(
    status: String, type: String, cause: PBXError.Cause
  ) async throws {
    let answer =
      "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: 6\r\n\r\n<html>"
    let files = try await files { folder in
      let error = await #expect(throws: PBXError.self) {
        try await withClient(replying: { _ in .send(answer) }) { client, _ in
          try await client.download(path, to: folder + "/call.wav")
        }
      }
      #expect(error?.cause == cause)
      #expect(error?.operation == path.description)
    }
    #expect(files == [:])
  }

  @Test func `a file that cannot be written is named`() async throws {
    let error = await #expect(throws: FileError.self) {
      try await withClient(replying: { _ in .send(Self.whole) }) { client, _ in
        try await client.download(path, to: "/nowhere/call.wav")
      }
    }
    #expect(
      error?.description
        == "`/nowhere/call.wav` cannot be written: no such file or directory")
  }
}
