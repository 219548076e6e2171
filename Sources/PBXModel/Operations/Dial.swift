/// Rings an extension and, when it answers, calls the destination: `POST /api/v1/call/dial`.
package struct Dial: Hashable, Sendable {
  /// Who is rung first.
  package var `extension`: String
  /// Whom it is put through to.
  package var dest: String
  /// The caller id shown on outbound calls.
  package var displaycid: String?

  package init(`extension`: String, dest: String, displaycid: String? = nil) {
    self.extension = `extension`
    self.dest = dest
    self.displaycid = displaycid
  }

  /// The call's uniqueid, known before anything rings.
  package struct Answer: Hashable, Sendable {
    package var uniqueid: String

    package init(uniqueid: String) {
      self.uniqueid = uniqueid
    }
  }
}

extension Dial: PBXOperation {
  package static let name = "call/dial"
  package static let method = HTTPMethod.post
  package static let summary = "Rings an extension and, when it answers, calls the destination"
  package static let fields: [OperationField] = [
    .required("extension", "Who is rung first."),
    .required("dest", "Whom it is put through to."),
    .optional("displaycid", "The caller id shown on outbound calls."),
  ]
  package static let parameterError: APIErrorCode? = 600000
  package static let failure: APIErrorCode? = 600001

  package init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      extension: try parameters.required("extension"), dest: try parameters.required("dest"),
      displaycid: try parameters.optional("displaycid"))
  }

  package var parameters: JSONObject {
    var json: JSONObject = ["extension": .string(self.extension), "dest": .string(dest)]
    json["displaycid"] = displaycid.map(JSONValue.string)
    return json
  }

  package func perform(on service: some PBXService) async throws(PBXError) -> Dial.Answer {
    try await service.dial(self)
  }
}

extension Dial.Answer: OperationAnswer {
  package var data: JSONValue { .object(["uniqueid": .string(uniqueid)]) }

  package init?(data: JSONValue, total: Int) {
    guard case .object(let json) = data, case .string(let uniqueid)? = json["uniqueid"] else {
      return nil
    }
    self.init(uniqueid: uniqueid)
  }
}
