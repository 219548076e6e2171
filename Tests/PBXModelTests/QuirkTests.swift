import PBXModel
import Testing

/// What a client of this API must take and a server must reproduce, by the reference's numbers.
struct QuirkTests {
  @Test func `1: two GETs take their parameters from a body as well as from the query`() {
    #expect(ListParkedCalls.placement == .bodyAndQuery)
    #expect(ListAgents.placement == .bodyAndQuery)
    let others = Operations.all.filter { $0.placement == .bodyAndQuery }
    #expect(others.count == 2)
  }

  @Test(arguments: [
    #"{"code": 200, "msg": "", "data": [], "total": "7"}"#,
    #"{"code": "200", "msg": "", "data": [], "total": 7}"#,
  ])
  func `2: numbers are taken as strings, and strings as numbers`(text: String) throws {
    let envelope = try #require(Envelope(json: try JSONValue(parsing: text)))
    #expect(envelope.code == "200" && envelope.total == 7)
    #expect(envelope.json["code"] == "200" && envelope.json["total"] == 7)
  }

  @Test(arguments: [.integer(31_622_400), .string("31622400"), .number(31_622_400)] as [JSONValue])
  func `2: a token's life is taken in either form`(life: JSONValue) {
    #expect(TokenAnswer(json: ["expires_in": life]).life == .seconds(31_622_400))
  }

  @Test(arguments: ["4", 4] as [JSONValue])
  func `2: a client id is taken in either form and sent as a number`(id: JSONValue) throws {
    let request = try TokenRequest(parameters: [
      "grant_type": "refresh_token", "refresh_token": "r", "client_id": id, "client_secret": "s",
      "scope": "",
    ])
    #expect(request.parameters["client_id"] == 4)
  }

  @Test(arguments: ["8", 8] as [JSONValue])
  func `2: a record's numbers are taken in either form and kept as they came`(value: JSONValue) {
    let record = CallRecord(json: ["disposition": value, "duration": value])
    #expect(record.disposition == "8" && record.duration == 8)
    #expect(record.json["duration"] == value)
  }

  @Test func `2: numbers are taken where an operation documents text, and sent as text`() throws {
    let login = try LogInAgent(parameters: [
      "agentid": 1011, "extension": 8001, "queue": 200, "penalty": "5", "paused": "4",
    ])
    #expect(login.penalty == 5 && login.pause == .privateBreak)
    #expect(login.parameters["agentid"] == "1011" && login.parameters["penalty"] == 5)
  }

  @Test func `3: an empty map is an empty array`() throws {
    #expect(AgentTable(agents: []).data == [])
    #expect(AgentTable(data: [], total: 0)?.agents == [])
    let emptyQueue = try JSONValue(parsing: #"{"200": []}"#)
    #expect(AgentTable(data: emptyQueue, total: 0)?.agents == [])
    #expect(AgentTable(data: [1], total: 0) == nil)
  }

  @Test func `4: an empty refresh token is none`() {
    #expect(TokenAnswer(json: ["refresh_token": ""]).refreshToken == nil)
    #expect(TokenAnswer(json: [:]).refreshToken == nil)
    #expect(TokenAnswer(json: ["refresh_token": "def50200"]).refreshToken == "def50200")
  }

  @Test(
    arguments: [("18446744073709551604", nil), ("588", 588), ("0", 0), ("", nil)]
      as [(String, UInt64?)])
  func `5: a lot without a time-out shows a number that wrapped around`(
    text: String, left: UInt64?
  ) throws {
    let parked = ParkedCall(json: ["parkingTimeout": .string(text)])
    #expect(parked.secondsLeft == left)
    #expect(parked.json["parkingTimeout"] == .string(text))
  }

  @Test func `6: what is not documented is kept, and null is no trouble`() throws {
    let text = #"{"agentid":"1011","sampleTime":null,"dept_exten":"12","later":{"x":[1,2]}}"#
    let row = QueueMember(json: try #require(try JSONValue(parsing: text).object))
    #expect(row.text("sampleTime") == "" && row.text("dept_exten") == "12")
    #expect(JSONValue.object(row.json).text() == text)
  }

  @Test(
    arguments: [
      ["serverIp": "192.0.2.1", "serverPort": "5060"],
      ["registerIp": "192.0.2.1", "registerPort": "5060"],
    ] as [JSONObject])
  func `7: a trunk's address has two pairs of names`(json: JSONObject) {
    let trunk = TrunkStatus(json: json)
    #expect(trunk.serverAddress == "192.0.2.1" && trunk.serverPort == "5060")
  }

  @Test func `8: the two record lists spell their parameters differently`() throws {
    let wide = ListCallRecords(start: "2026-01-05 09:00:00", end: "2026-01-05 10:00:00").parameters
    #expect(wide["pageSize"] != nil && wide["start"] != nil && wide["end"] != nil)
    let narrow = ListBillingRecords(
      start: "2026-01-05 09:00:00", end: "2026-01-05 10:00:00"
    ).parameters
    #expect(
      narrow["page_size"] == 1000 && narrow["start_time"] != nil && narrow["end_time"] != nil)
    #expect(narrow["sort_by"] == "id" && narrow["order"] == "asc")
  }

  @Test(arguments: [("ANSWERD", "inner"), ("ANSWERED", "inter")])
  func `8: a filter is taken as the document misspells it, and sent as it is meant`(
    disposition: String, direction: String
  ) throws {
    let request = try ListCallRecords(parameters: [
      "page": 1, "pageSize": 10, "disposition": .string(disposition),
      "direction": .string(direction),
    ])
    #expect(request.disposition == "ANSWERED" && request.direction == "inter")
  }

  @Test func `9: slashes and what is not ASCII arrive escaped, and are sent so`() throws {
    let text = #"{"msg":"\u6210\u529f","recording":"monitor\/x.wav","face":"\ud83d\ude00"}"#
    let value = try JSONValue(parsing: text)
    #expect(
      value == .object(["msg": "成功", "recording": "monitor/x.wav", "face": "\u{1F600}"]))
    #expect(value.text(style: .vendor) == text)
  }

  @Test func `10: a total of 0 says nothing about the rows`() throws {
    let text = #"{"code":"200","msg":"","data":[{"endpoint":"8001"}],"total":0}"#
    let envelope = try #require(Envelope(json: try JSONValue(parsing: text)))
    #expect(Page<EndpointStatus>(data: envelope.data, total: envelope.total)?.rows.count == 1)
  }
}
