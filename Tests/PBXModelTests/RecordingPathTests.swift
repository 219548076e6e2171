import PBXModel
import Testing

struct RecordingPathTests {
  @Test(arguments: [
    "monitor/20241115/20241115-103135-8002-8003-hwd-1731637895.49.wav", "/voicemail/a.wav",
    "monitor/a..b/b..wav", "monitor/成功.wav",
  ])
  func `a path below its folder is taken`(text: String) throws {
    let path = try #require(RecordingPath(text))
    #expect("/" + path.description == (text.hasPrefix("/") ? text : "/" + text))
  }

  @Test(arguments: [
    "", "/", "monitor", "monitor/", "monitor//a", "monitor/../etc/passwd", "monitor/./a",
    "monitor/a/..", "../monitor/a", "etc/passwd", "//monitor/a", "monitor/a\\..\\b",
    "monitor/a\u{0}", "monitor/a\n", "Monitor/a", "monitor/../\u{301}x/secret",
    "monitor/..\u{301}/../x", "monitor/.", "monitor/.hidden", "monitor/..a/b",
  ])
  func `a path that leads elsewhere is none`(text: String) {
    #expect(RecordingPath(text) == nil)
  }
}
