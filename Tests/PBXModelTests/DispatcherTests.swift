import PBXModel
import PBXTestSupport
import Testing

struct DispatcherTests {
  @Test(
    arguments: [
      ("POST", "/api/v1/call/dial", ["extension": "8001", "dest": "8002"], "200"),
      ("POST", "/api/v1/call/dial", ["extension": "8001"], "600000"),
      ("POST", "/api/v1/call/dial", ["extension": "8001", "dest": "7999"], "600001"),
      ("GET", "/api/v1/call/dial", ["extension": "8001", "dest": "8002"], "404"),
      ("POST", "/api/v1/call/nothing", [:], "404"),
      ("POST", "/api/v1/call/transfer", ["type": "odd", "extension": "1", "dest": "2"], "600005"),
      ("POST", "/api/v1/call/hangup", ["extension": "8001"], "501"),
      ("GET", "/api/v1/status/endpoint", ["page": "1", "pageSize": 10], "200"),
      ("GET", "/api/v1/status/endpoint", ["page": "1"], "422"),
      ("GET", "/api/v1/status/endpoint", ["page": "one", "pageSize": "10"], "422"),
      ("GET", "/api/v1/status/endpoint", ["page": 0, "pageSize": "10"], "422"),
      ("GET", "/api/v1/cdr", ["page": 1, "pageSize": 10], "502"),
    ] as [(String, String, JSONObject, String)])
  func `a request is answered with the code that the API documents`(
    method: String, path: String, parameters: JSONObject, code: String
  ) async {
    let envelope = await Dispatcher(service: Answering())
      .respond(method: method, path: path, parameters: parameters)
    #expect(envelope.code == code)
    #expect(envelope.httpStatus == (code.count == 3 ? Int(code) : 200))
  }

  @Test func `a success carries its data, its row count and the documented text`() async {
    let dispatcher = Dispatcher(service: Answering())
    let dial = await dispatcher.respond(
      method: "POST", path: "/api/v1/call/dial", parameters: ["extension": "8001", "dest": "8002"])
    #expect(
      dial
        == Envelope(
          code: "200", msg: "成功", data: .object(["uniqueid": "hwd-1.0"]), total: 0))
    let cancel = await dispatcher.respond(
      method: "POST", path: "/api/v1/call/cancelAtxfer", parameters: ["extension": 8001])
    #expect(cancel.json["data"] == [])
    let list = await dispatcher.respond(
      method: "GET", path: "/api/v1/status/endpoint", parameters: ["page": 1, "pageSize": 10])
    #expect(list.total == 1)
    #expect(list.data == [.object(["endpoint": "8001"])])
  }

  @Test func `an error carries the text of its code, and what is said beyond it`() async {
    let envelope = await Dispatcher(service: Answering())
      .respond(method: "POST", path: "/api/v1/call/dial", parameters: [:])
    #expect(envelope.msg == "呼叫接口参数验证失败: `extension` is required")
    #expect(envelope.detail(beyond: 600000) == "`extension` is required")
  }

  /// A PBX that knows one call.
  private struct Answering: PartialPBXService {
    func dial(_ request: Dial) async throws(PBXError) -> Dial.Answer {
      guard request.dest == "8002" else { throw Dial.failed("no such number") }
      return Dial.Answer(uniqueid: "hwd-1.0")
    }

    func transfer(_ request: Transfer) async throws(PBXError) {}

    func cancelAttendedTransfer(_ request: CancelAttendedTransfer) async throws(PBXError) {}

    func hangup(_ request: Hangup) async throws(PBXError) {
      throw PBXError(operation: Hangup.name, cause: .unsupported)
    }

    func endpointStatus(
      _ request: ListEndpoints
    ) async throws(PBXError) -> Page<EndpointStatus> {
      Page(rows: [EndpointStatus(json: ["endpoint": "8001"])], total: 1)
    }

    func trunkStatus(_ request: ListTrunks) async throws(PBXError) -> Page<TrunkStatus> {
      Page(rows: [], total: 0)
    }

    func callRecords(_ request: ListCallRecords) async throws(PBXError) -> Page<CallRecord> {
      throw PBXError(operation: ListCallRecords.name, cause: .connection("no route"))
    }
  }
}
