public import PBXModel

extension PBXClient {
  /// Sends a request to any path, documented or not, and answers the whole envelope.
  ///
  /// Throws as `send` does, but answers an envelope with another code than 200 as it is.
  ///
  /// - Parameters:
  ///   - method: `GET`, `POST` or `PUT`.
  ///   - path: below the API's base address, such as `/api/v1/call/dial`; below the origin where it
  ///     begins with `/lab/`. Without a query; its segments are encoded here.
  ///   - parameters: the body, and the query of a GET besides.
  public func request(
    method: String, path: String, parameters: JSONObject = JSONObject()
  ) async throws(PBXError) -> Envelope {
    guard let method = HTTPMethod(rawValue: method.uppercased()), path.hasPrefix("/") else {
      throw PBXError(
        operation: "\(method) \(path)",
        cause: .invalidParameters("a method GET, POST or PUT and a path from `/` on are expected"))
    }
    let call = try Call(
      method: method, path: path, parameters: parameters, to: configuration.address)
    let (stream, token) = try await carry(call)
    guard case .answer(let answer) = stream else {
      throw PBXError(operation: call.name, cause: .notTheAPI)
    }
    if let json = try? JSONValue(parsing: answer.body), let envelope = Envelope(json: json) {
      return envelope
    }
    throw error(.answer(answer), of: call, token: token)
  }
}
