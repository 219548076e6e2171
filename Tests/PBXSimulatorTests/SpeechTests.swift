import PBXModel
import Testing

@testable import PBXSimulator

struct SpeechTests {
  /// In milliseconds.
  private func length(_ text: String) -> Int { Speaking.sound(of: text).count * 1000 / 16_000 }

  @Test(arguments: [
    ("测试语音合成", 1420), ("你好", 540), ("42", 540), ("hello world", 880), ("你好。", 790),
    ("e\u{301}e\u{301}", 240), ("こんにちは", 1200),
  ])
  func `a text takes as long as a voice would`(text: String, milliseconds: Int) {
    #expect(length(text) == milliseconds)
  }

  @Test func `the answer is a wave file of 16 kHz in base64`() throws {
    let speech = try Speaking.speak(SynthesizeSpeech(text: "测试语音合成"))
    #expect(speech.text("format") == "wav" && speech.text("vendor") == "simulated")
    // The head of the document's example, but for the sizes.
    #expect(speech.audio.hasPrefix("UklGR"))
    #expect(speech.audio.dropFirst(10).prefix(42) == Speech.example.audio.dropFirst(10).prefix(42))
    #expect(speech.audio.utf8.count == (44 + 2 * 16 * 1420 + 2) / 3 * 4)
    #expect(try Speaking.speak(SynthesizeSpeech(text: "测试语音合成")) == speech)
    #expect(try Speaking.speak(SynthesizeSpeech(text: "语音合成测试")) != speech)
  }

  @Test(arguments: [0, 501])
  func `a text that is missing or too long is refused`(count: Int) {
    let text = String(repeating: "好", count: count)
    let error = #expect(throws: PBXError.self) {
      try Speaking.speak(SynthesizeSpeech(text: text))
    }
    guard case .invalidParameters = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `the longest text is spoken`() throws {
    _ = try Speaking.speak(SynthesizeSpeech(text: String(repeating: "好", count: 500)))
  }
}
