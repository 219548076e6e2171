import Glibc
import PBXModel
import TestThreads
import Testing

@testable import PBXServer

@Suite(.ownThreads, .timeLimit(.minutes(1)))
struct RecordingTests {
  /// A folder of recordings, with links in it, and a file beside it that is nobody's business.
  private final class Folder {
    let parent: String
    var path: String { parent + "/caf\u{E9}" }
    /// As text the same, as a name another.
    var twin: String { parent + "/cafe\u{301}" }

    init() throws {
      var name = Array("/tmp/callflow-recordings-XXXXXX".utf8CString)
      try #require(mkdtemp(&name) != nil)
      parent = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      for folder in ["", "/monitor", "/monitor/day", "/voicemail"] { mkdir(path + folder, 0o700) }
      for folder in ["", "/monitor"] { mkdir(twin + folder, 0o700) }
      try write("secret", to: twin + "/monitor/secret.wav")
      try write("secret", to: path + "/secret.wav")
      symlink("../secret.wav", path + "/monitor/side.wav")
      symlink(twin + "/monitor/secret.wav", path + "/monitor/twin.wav")
      try write("secret", to: parent + "/secret.wav")
      try write("sound", to: path + "/monitor/day/a b.wav")
      try write("%", to: path + "/monitor/%2e")
      symlink("../../secret.wav", path + "/monitor/out.wav")
      symlink("../..", path + "/monitor/up")
      symlink("day/a b.wav", path + "/monitor/in.wav")
      mkfifo(path + "/voicemail/pipe.wav", 0o600)
    }

    deinit {
      for file in ["day/a b.wav", "%2e", "out.wav", "up", "in.wav", "side.wav", "twin.wav"] {
        unlink(path + "/monitor/" + file)
      }
      unlink(path + "/voicemail/pipe.wav")
      for file in [parent, path, twin + "/monitor"] { unlink(file + "/secret.wav") }
      for folder in ["/monitor/day", "/monitor", "/voicemail", ""] { rmdir(path + folder) }
      for folder in ["/monitor", ""] { rmdir(twin + folder) }
      rmdir(parent)
    }

    private func write(_ text: String, to path: String) throws {
      let file = try #require(fopen(path, "w"))
      fputs(text, file)
      fclose(file)
    }
  }

  @Test(
    arguments: [
      ("/monitor/day/a%20b.wav", "sound"), ("/monitor/day/a b.wav", nil),
      ("/monitor/in.wav", "sound"), ("/monitor/%252e", "%"),
      ("/monitor/day%2Fa%20b.wav", "sound"),
      ("/monitor/side.wav", nil), ("/monitor/twin.wav", nil),
      ("/monitor/out.wav", nil), ("/monitor/up/secret.wav", nil),
      ("/monitor/../../secret.wav", nil), ("/monitor/%2e%2e/%2e%2e/secret.wav", nil),
      ("/monitor/..%2F..%2Fsecret.wav", nil), ("/monitor/.%2e/.%2E/secret.wav", nil),
      ("/monitor/..%5c..%5csecret.wav", nil), ("/monitor/%252e%252e/secret.wav", nil),
      ("/monitor//day/a%20b.wav", nil), ("//monitor/day/a%20b.wav", nil),
      ("/monitor/./day/a%20b.wav", nil), ("/monitor/day", nil), ("/monitor/day/", nil),
      ("/monitor", nil), ("/monitor/", nil), ("/monitor/in.wav%00.txt", nil),
      ("/secret.wav", nil), ("/voicemail/../monitor/in.wav", nil), ("/voicemail/pipe.wav", nil),
      ("/voicemail/none.wav", nil), ("/%6donitor/in.wav", "sound"),
    ] as [(String, String?)])
  func `a file of the folder is sent, and none beside it`(
    target: String, content: String?
  ) async throws {
    let folder = try Folder()
    let path = folder.path
    try await TestServer.run(StubPBX(), configure: { $0.recordings = path }) { server in
      let reply = try await server.send("GET", target)
      #expect(!reply.body.contains("secret\n") && reply.body != "secret")
      if let content {
        #expect(reply.status == 200)
        #expect(reply.body == content)
        #expect(reply.header("Content-Length") == String(content.utf8.count))
      } else {
        #expect([400, 404].contains(reply.status))
      }
    }
    withExtendedLifetime(folder) {}
  }

  @Test func `what is not in the folder is the service's`() async throws {
    let folder = try Folder()
    let path = folder.path
    try await TestServer.run(StubPBX(), configure: { $0.recordings = path }) { server in
      let reply = try await server.send("GET", "/monitor/a%20b.wav")
      #expect(reply.status == 200)
      #expect(reply.body == "sound")
    }
    withExtendedLifetime(folder) {}
  }

  @Test func `a recording of the service is sent without a token`() async throws {
    try await TestServer.run(StubPBX()) { server in
      let reply = try await server.send("GET", "/monitor/a%20b.wav")
      #expect(reply.status == 200)
      #expect(reply.body == "sound")
      #expect(reply.header("Content-Type") == "audio/wav")
      let head = try await server.send("HEAD", "/monitor/a%20b.wav")
      #expect(head.header("Content-Length") == "5")
      #expect(head.body == "")
      let none = try await server.send("GET", "/monitor/none.wav")
      #expect(none.status == 404)
      #expect(none.code == "404")
      #expect(try await server.send("POST", "/monitor/a%20b.wav").status == 405)
    }
  }

  @Test func `a folder that is none keeps the server from starting`() async throws {
    await #expect(throws: ServingError.self) {
      try await TestServer.run(StubPBX(), configure: { $0.recordings = "/nowhere/at/all" }) { _ in }
    }
  }
}
