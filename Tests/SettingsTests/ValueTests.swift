import PBXModel
import Testing

@testable import Settings

/// The forms of single values.
struct ValueTests {
  @Test(
    arguments: [
      ("1ms", .milliseconds(1)), ("200ms", .milliseconds(200)), ("10s", .seconds(10)),
      ("2m", .seconds(120)), ("4h", .seconds(14400)), ("720h", .seconds(2_592_000)),
    ] as [(String, Duration)])
  func `a time is a number and its unit`(text: String, duration: Duration) {
    #expect(DurationText.duration(text) == duration)
    #expect(DurationText.text(of: duration) == text)
  }

  @Test(arguments: [
    "", "s", "10", "0s", "-1s", "+1s", "1.5s", "1 s", "1d", "1S", "s1", "721h", "٣s",
    "99999999999999999999s", "9999999999h",
  ])
  func `what is no time of more than 0 and at most a month is refused`(text: String) {
    #expect(DurationText.duration(text) == nil)
  }

  @Test(
    arguments: [
      (.milliseconds(1500), "1500ms"), (.seconds(90), "90s"), (.seconds(5400), "90m"),
      (.zero, "0s"),
    ] as [(Duration, String)])
  func `a time is written in the largest unit that fits`(duration: Duration, text: String) {
    #expect(DurationText.text(of: duration) == text)
  }

  private func isAddress(_ text: String) -> Bool {
    do throws(WebAddress.Fault) {
      _ = try WebAddress.checked(text, schemes: [.http, .https], example: "http://x")
      return true
    } catch {
      return false
    }
  }

  @Test(arguments: [
    "http://pbx", "https://pbx.example:8443", "HTTPS://pbx.example/", "http://127.0.0.1:8080",
    "https://pbx.example/dscom-api/public", "http://[::1]:8080/", "http://[fe80::1]",
  ])
  func `an address has a scheme and a host and may have a port and a path`(text: String) {
    #expect(isAddress(text))
  }

  @Test(arguments: [
    "", "pbx", "pbx:8080", "http:/pbx", "http://", "http:///path", "http://:80", "http://pbx:",
    "http://pbx:0", "http://pbx:65536", "http://pbx:80a", "http://pbx:-1", "http://pbx:1:2",
    "http://[::1", "http://[]", "http://[::1]x", "http://[pbx]", "http://a b", "http://pbx/\n",
    "http://pbx\\x", "http://pbx/\u{301}", "http://пбх", "ws://pbx", "http://a@b", "http://pbx?x",
    "http://pbx#x",
  ])
  func `what is no address is refused`(text: String) {
    #expect(!isAddress(text))
  }
}
