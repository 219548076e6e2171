/// Answers requests as the API does, out of any service or lab: method, path and parameters to
/// envelope.
package struct Dispatcher: Sendable {
  private typealias Response = @Sendable (JSONObject) async -> Envelope

  private struct Pattern: Sendable {
    var method: HTTPMethod
    /// The parameters that stand in a path, nil for the path of another operation.
    var match: @Sendable (String) -> JSONObject?
    var respond: Response
  }

  /// By path: the operations whose path holds no parameter, with their methods.
  private var fixed: [String: [(method: String, respond: Response)]] = [:]
  /// The others.
  private var patterns: [Pattern] = []

  /// The PBX's own operations.
  package init(service: any PBXService) {
    for operation in Operations.all { add(operation, service) }
  }

  /// The operations of a lab, `/lab/v1/…`.
  package init(lab: any LabService) {
    for operation in LabOperations.all { add(operation, lab) }
  }

  private mutating func add<Operation: PBXOperation>(
    _ operation: Operation.Type, _ service: any PBXService
  ) {
    add(operation) { (request) async throws(PBXError) in try await request.perform(on: service) }
  }

  private mutating func add<Operation: LabOperation>(
    _ operation: Operation.Type, _ lab: any LabService
  ) {
    add(operation) { (request) async throws(PBXError) in try await request.perform(on: lab) }
  }

  private mutating func add<Operation: APIOperation>(
    _ operation: Operation.Type,
    perform: @escaping @Sendable (Operation) async throws(PBXError) -> Operation.Answer
  ) {
    let respond: Response = { parameters in
      do throws(PBXError) {
        return Envelope(answering: try await perform(try Operation(parameters: parameters)))
      } catch {
        return Envelope(refusing: error)
      }
    }
    if Operation.pathParameters.isEmpty {
      fixed[Operation.path, default: []].append((Operation.method.rawValue, respond))
    } else {
      patterns.append(
        Pattern(method: Operation.method, match: { Operation.match($0) }, respond: respond))
    }
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
    if let operation = fixed[path]?.first(where: { $0.method == method }) {
      return await operation.respond(parameters)
    }
    for pattern in patterns where pattern.method.rawValue == method {
      if let inPath = pattern.match(path) {
        return await pattern.respond(parameters.merging(inPath))
      }
    }
    return Envelope(
      refusing: PBXError(operation: "\(method) \(path)", cause: .unknownOperation))
  }
}
