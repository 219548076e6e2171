import FlowRuntime
import Testing

@testable import FlowREPL

@Suite struct ValuePrinterTests {
  private func row(_ members: [(String, String)]) -> Value {
    .map(MapValue(members: members.map { ($0.0, .text($0.1)) }, recordName: "endpoint status"))
  }

  @Test func `a record is a line a field, and says how many are empty`() {
    let value = row([("endpoint", "8001"), ("state", "In use"), ("cid", ""), ("名", "甲")])
    #expect(
      ValuePrinter(columns: 80).text(value) == """
        endpoint status
          endpoint: 8001
          state:    In use
          名:       甲
          (1 empty)
        """)
  }

  @Test func `a list of records is a table of what they say`() {
    let value = Value.list([
      row([("endpoint", "8001"), ("state", "In use"), ("cid", "")]),
      row([("endpoint", "打电话"), ("state", "Not in use"), ("cid", "")]),
    ])
    #expect(
      ValuePrinter(columns: 80).text(value) == """
        endpoint  state
        8001      In use
        打电话    Not in use
        """)
  }

  @Test func `columns that do not fit are named`() {
    let value = Value.list([row([("endpoint", "8001"), ("state", "In use"), ("ip", "10.0.0.1")])])
    #expect(
      ValuePrinter(columns: 20).text(value) == """
        endpoint  state
        8001      In use
        (1 more: ip)
        """)
  }

  @Test func `a long cell is cut`() throws {
    let value = Value.list([row([("a", String(repeating: "x", count: 99))])])
    let text = try #require(ValuePrinter(columns: 80).text(value))
    #expect(text.hasSuffix("\n" + String(repeating: "x", count: 27) + "…"))
  }

  @Test func `a call says who called whom`() {
    let call = CallHandle(id: 1, extension: "8001", destination: "8002")
    #expect(ValuePrinter(columns: 80).text(.call(call)) == "call 1: 8001 → 8002")
    let fromOutside = CallHandle(id: 2, extension: "8002", destination: "8002", caller: "110")
    #expect(ValuePrinter(columns: 80).text(.call(fromOutside)) == "call 2: 110 → 8002")
  }

  @Test func `null shows nothing, a text its quotes`() {
    #expect(ValuePrinter(columns: 80).text(.null) == nil)
    #expect(ValuePrinter(columns: 80).text(.text("In use")) == "\"In use\"")
    #expect(ValuePrinter(columns: 80).text(.list([])) == "[]")
  }
}
