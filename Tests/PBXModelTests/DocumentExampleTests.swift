import Foundation
import PBXModel
import Testing

/// The request and answer bodies of the vendor's own document, one file an operation.
struct DocumentExampleTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var file: String
    var json: JSONObject

    var testDescription: String { file }

    func list(_ name: String) -> [JSONObject] {
      json[name]?.elements?.compactMap(\.object) ?? []
    }

    static let all: [Example] = {
      let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/examples")
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return files.sorted().compactMap { file in
        guard let data = try? Data(contentsOf: folder.appending(path: file)),
          let json = try? JSONValue(parsing: Array(data)).object
        else { return nil }
        return Example(file: file, json: json)
      }
    }()

    /// Those of an operation behind the envelope.
    static let operations = all.filter {
      !["oauth-token.json", "billing-push.json"].contains($0.file)
    }

    static func named(_ file: String) throws -> Example {
      try #require(all.first { $0.file == file })
    }
  }

  @Test func `the document has examples of all thirty operations`() {
    #expect(Example.all.count == 30)
    let shown = Set(Example.operations.map { "\($0.json["method"]!) \($0.json["path"]!)" })
    let declared = Operations.all.map {
      "\(JSONValue.string($0.method.rawValue)) \(JSONValue.string($0.path))"
    }
    #expect(shown == Set(declared))
  }

  @Test(arguments: Example.operations)
  func `an operation's bodies are read, and written as the same values`(_ example: Example) throws {
    let operation = try #require(
      Operations.all.first {
        .string($0.path) == example.json["path"]
          && .string($0.method.rawValue)
            == example.json["method"]
      })
    try check(operation, example)
  }

  private func check<Operation: PBXOperation>(
    _ operation: Operation.Type, _ example: Example
  ) throws {
    let requests = example.list("requests")
    for request in requests {
      let read = try Operation(parameters: request.merging(Self.pathParameters(of: operation)))
      var written = read.parameters
      for name in Operation.pathParameters { written[name] = nil }
      #expect(Self.sameMembers(written, request))
    }
    if !requests.isEmpty {
      let own = Operation.examples.map { example in
        var parameters = example.parameters
        for name in Operation.pathParameters { parameters[name] = nil }
        return parameters
      }
      #expect(zip(own, requests).allSatisfy(Self.sameMembers))
      #expect(own.count == requests.count)
    }
    if case .string(let query)? = example.json["query_example"] {
      #expect(try Operation(parameters: Self.parameters(of: query)) == Operation.examples.first)
    }
    for response in example.list("responses") {
      let envelope = try #require(Envelope(json: .object(response)))
      let answer = try #require(Operation.Answer(data: envelope.data, total: envelope.total))
      #expect(answer == Operation.exampleAnswer)
      #expect(Self.sameMembers(Envelope(answering: answer).json, response))
      let text = JSONValue.object(response).text(style: .vendor)
      #expect(try JSONValue(parsing: text) == .object(response))
    }
  }

  private static func pathParameters(of operation: any PBXOperation.Type) -> JSONObject {
    var parameters = JSONObject()
    for name in operation.pathParameters { parameters[name] = "38" }
    return parameters
  }

  private static func parameters(of query: String) -> JSONObject {
    var parameters = JSONObject()
    for item in query.split(separator: "&") {
      let parts = item.split(separator: "=", omittingEmptySubsequences: false)
      parameters[String(parts[0])] = .string(String(parts[1]))
    }
    return parameters
  }

  /// Equal but for the order of members.
  static func sameMembers(_ left: JSONObject, _ right: JSONObject) -> Bool {
    left.members.count == right.members.count
      && left.members.allSatisfy { right[$0.name] == $0.value }
  }

  @Test func `the token's bodies are read, and written as the same values`() throws {
    let example = try Example.named("oauth-token.json")
    let requests = example.list("requests")
    let read = try requests.map { try TokenRequest(parameters: $0) }
    #expect(
      read[0].grant == .password(username: "user1", password: "123456")
        && read[0].clientID == "4" && read[0].scope == "*")
    #expect(read[1].grant == .refreshToken("") && read[1].clientID == "4" && read[1].scope == "")
    // The client id is a number in the document's table, and in one of its two examples.
    var first = requests[0]
    first["client_id"] = 4
    #expect(Self.sameMembers(read[0].parameters, first))
    #expect(Self.sameMembers(read[1].parameters, requests[1]))
    for response in example.list("responses") {
      let answer = TokenAnswer(json: response)
      #expect(answer.life == .seconds(1800) && answer.refreshToken == nil)
      #expect(answer.accessToken.hasPrefix("eyJ0eXAi"))
      #expect(answer.json == response)
    }
  }

  @Test func `the push's message is read, and written as the same value`() throws {
    let message = try #require(Example.named("billing-push.json").json["messages"]?.elements?.first)
    let read = try #require(BillingMessage(json: message))
    #expect(read == BillingMessage.example)
    #expect(read.json == message)
  }
}
