import PBXModel
import Testing

struct JSONTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808", "1.5",
    "\"\"", #""a\"b\\c\n\r\t""#, "[]", "[1,[2,[]],{}]", "{}", #"{"b":1,"a":{"c":null}}"#,
    #""成功 / \u0001""#,
  ])
  func `a value is written as it was read`(text: String) throws {
    #expect(try JSONValue(parsing: text).text() == text)
  }

  @Test(
    arguments: [
      (" [ 1 , 2 ]\n", [1, 2]), ("1e3", .number(1000)), ("-0.25E-1", .number(-0.025)),
      ("18446744073709551604", .number(18_446_744_073_709_551_604)),
      (#"{"a":1,"a":2}"#, .object(["a": 2])), (#""\/\b\f\u0041""#, "/\u{8}\u{C}A"),
      (#""\ud83d\ude00""#, "\u{1F600}"), (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"),
      (#""\ude00""#, "\u{FFFD}"),
    ] as [(String, JSONValue)])
  func `what can be written in several ways is read`(text: String, value: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == value)
  }

  @Test(
    arguments: [
      ("", 0), ("[1,]", 3), ("[1 2]", 3), ("{a:1}", 1), (#"{"a" 1}"#, 5), ("01", 1), ("1.", 2),
      ("-", 1), ("1e", 2), ("tru", 0), ("nul", 0), ("\"a", 2), ("\"\u{1}\"", 1), (#""\x""#, 2),
      (#""\u12g4""#, 5), ("1 2", 2), ("1e999", 0), ("[", 1), ("{\"a\":", 5), ("NaN", 0), ("+1", 0),
    ] as [(String, Int)])
  func `what is no JSON is refused, with its place`(text: String, offset: Int) throws {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text) }
    #expect(error?.offset == offset, "\(String(describing: error))")
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
  }

  @Test func `brackets nest up to a bound`() throws {
    let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(try JSONValue(parsing: deep).text() == deep)
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: "[" + deep + "]") }
  }

  @Test func `an object with many members keeps their order, and the last of one name`() throws {
    let members = (0..<5000).map { "\"m\($0 % 4000)\":\($0)" }
    let object = try #require(try JSONValue(parsing: "{\(members.joined(separator: ","))}").object)
    #expect(object.members.map(\.name) == (0..<4000).map { "m\($0)" })
    #expect(object.members[0].value == 4000 && object.members[3999].value == 3999)
  }

  @Test func `people get lines`() {
    let value = JSONValue.object(["a": [1, .object([:])], "b": []])
    #expect(
      value.text(style: .indented) == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}")
    #expect(JSONValue.number(.infinity).text() == "null")
  }
}
