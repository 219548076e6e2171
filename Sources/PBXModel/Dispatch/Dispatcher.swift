/// Answers requests as the API does, out of any service: method, path and parameters to envelope.
package struct Dispatcher: Sendable {
  private let service: any PBXService

  package init(service: any PBXService) {
    self.service = service
  }

  /// Never fails: an error is an envelope with its code.
  ///
  /// - Parameters:
  ///   - method: `GET`, `POST` or `PUT`.
  ///   - path: below the API's base address, such as `/api/v1/call/dial`, without a query.
  ///   - parameters: the members of the body, and the query's.
  package func respond(
    method: String, path: String, parameters: JSONObject
  ) async -> Envelope {
    guard let operation = Operations.find(method: method, path: path) else {
      return Envelope(
        refusing: PBXError(operation: "\(method) \(path)", cause: .unknownOperation))
    }
    do throws(PBXError) {
      return try await perform(operation, with: parameters)
    } catch {
      return Envelope(refusing: error)
    }
  }

  private func perform<Operation: PBXOperation>(
    _ operation: Operation.Type, with parameters: JSONObject
  ) async throws(PBXError) -> Envelope {
    let request = try Operation(parameters: parameters)
    return Envelope(answering: try await request.perform(on: service))
  }
}
