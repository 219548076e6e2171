import PBXModel
import Testing

@testable import PBXServer

struct RequestTests {
  @Test(
    arguments: [
      ("", [:]), ("a=1&b=2", ["a": "1", "b": "2"]), ("a=1&a=2", ["a": "2"]),
      ("a+b=c+d%2B", ["a b": "c d+"]), ("a", ["a": ""]), ("=1&&a=", ["a": ""]),
      ("a=%E6%88%90", ["a": "成"]), ("a=%zz%4", ["a": "%zz%4"]), ("a=b=c", ["a": "b=c"]),
      ("a[]=1&b.c=2", ["a[]": "1", "b.c": "2"]), ("a=%ff", ["a": "\u{FFFD}"]),
      ("a=\u{301}1&\u{301}=2", ["a": "\u{301}1", "\u{301}": "2"]),
    ] as [(String, JSONObject)])
  func `a query is read as PHP does`(query: String, parameters: JSONObject) {
    #expect(QueryString.parameters(query) == parameters)
  }

  @Test func `a query of very many items is read as far as PHP does`() {
    let query = (0..<50_000).map { "a\($0)=" }.joined(separator: "&")
    #expect(QueryString.parameters(query).members.count == 1000)
  }

  @Test(
    arguments: [
      ("/a", "/a"), ("/a%20b+c", "/a b+c"), ("/%2e%2E/", "/../"), ("/%252e", "/%2e"), ("/%", nil),
      ("/%zz", nil), ("/%ff", nil),
    ] as [(String, String?)])
  func `a path is decoded once, or not at all`(path: String, decoded: String?) {
    #expect(PercentEncoding.decode(path) == decoded)
  }

  @Test(
    arguments: [
      ("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("localhost", true),
      ("0.0.0.0", false), ("::", false), ("192.0.2.1", false), ("127.example.com", false),
      ("128.0.0.1", false), ("", false),
    ])
  func `only loopback addresses count as such`(address: String, isLoopback: Bool) {
    #expect(LoopbackAddress.contains(address) == isLoopback)
  }

  @Test(
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    ] as [(Int64, String)])
  func `a date is written as HTTP does`(second: Int64, text: String) {
    #expect(HTTPDate.text(ofSecond: second) == text)
  }
}
