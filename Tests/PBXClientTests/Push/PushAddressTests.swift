import Testing

@testable import PBXClient

@Suite struct `The address of the push` {
  @Test(arguments: [
    ("wss://192.168.1.200:8282", "wss://192.168.1.200:8282"),
    ("ws://pbx.example:80", "ws://pbx.example"),
    ("WSS://PBX.example/", "wss://pbx.example"),
    ("wss://pbx.example:8282/push/", "wss://pbx.example:8282/push"),
    ("ws://[::1]:8282", "ws://[::1]:8282"),
  ])
  func `is read with its scheme, host, port and path`(text: String, canonical: String) {
    #expect(PushAddress(text)?.description == canonical)
  }

  @Test(arguments: [
    "", "pbx.example:8282", "https://pbx.example", "wss://", "wss://:8282", "wss://pbx.example:",
    "wss://pbx.example:0", "wss://pbx.example:65536", "wss://pbx.example:+80",
    "wss://user:secret@pbx.example", "wss://pbx.example/?token=secret", "wss://pbx.example#top",
    "wss://pbx.example/a b", "wss://pbx.example/a\r\nHost: evil", "wss://[::1", "wss://[8001]",
    "wss://[fe80::1%25eth0]", "wss://pbx_example:8282x", "wss://bücher.example",
  ])
  func `is refused where it is none`(text: String) {
    #expect(PushAddress(text) == nil)
  }

  @Test(arguments: [
    ("wss://pbx.example:8282", "abc.DEF-1_2~", "/?user_id=billing&token=abc.DEF-1_2~"),
    (
      "wss://pbx.example/push", "a b&c=d/é\u{7}",
      "/push/?user_id=billing&token=a%20b%26c%3Dd%2F%C3%A9%07"
    ),
  ])
  func `carries the token percent-encoded`(text: String, token: String, target: String) throws {
    #expect(try #require(PushAddress(text)).requestTarget(token: token) == target)
  }
}
