/// One operation of an HTTP API: how it is called, what it takes, what it answers and how it fails.
///
/// The client, the server, raw requests and the OpenAPI document read this declaration; nothing
/// of it is written down a second time.
public protocol APIOperation: Hashable, Sendable {
  associatedtype Answer: OperationAnswer

  /// Its name in messages: the path without its root, such as `call/dial`.
  static var name: String { get }
  static var method: HTTPMethod { get }
  /// Below the base address, such as `/api/v1/call/dial`; `:id` stands for the parameter `id`.
  static var path: String { get }
  /// Where the parameters travel that do not stand in the path.
  static var placement: ParameterPlacement { get }
  /// One sentence, without a final stop.
  static var summary: String { get }
  static var fields: [OperationField] { get }
  /// What a missing or empty parameter is answered with; HTTP 422 where it is nil.
  static var parameterError: APIErrorCode? { get }
  /// What its failure is answered with; nil where the API names no code.
  static var failure: APIErrorCode? { get }
  /// Requests to show, those of the vendor's document where it has some.
  static var examples: [Self] { get }
  /// The answer to the first of them.
  static var exampleAnswer: Answer { get }

  /// Reads a request; throws the operation's parameter error.
  init(parameters: OperationParameters) throws(PBXError)
  /// The request as the API's parameters; what was left out is left out.
  var parameters: JSONObject { get }
}

/// The methods that the API uses.
public enum HTTPMethod: String, Hashable, Sendable, CaseIterable {
  case get = "GET"
  case post = "POST"
  case put = "PUT"
}

/// Where an operation's parameters travel.
public enum ParameterPlacement: Hashable, Sendable {
  /// As a JSON object.
  case body
  case query
  /// A GET that the document shows with a body: proxies drop such bodies, and so they travel both
  /// ways; a server takes either.
  case bodyAndQuery
}

extension APIOperation {
  /// The query for a GET, the body for the others.
  public static var placement: ParameterPlacement { method == .get ? .query : .body }

  /// Reads a request from the API's parameters; throws the operation's parameter error.
  public init(parameters: JSONObject) throws(PBXError) {
    try self.init(parameters: OperationParameters(parameters, of: Self.self))
  }

  /// Throws the parameter error that the API answers to this request, if there is one.
  public func validate() throws(PBXError) {
    _ = try Self(parameters: parameters)
  }

  /// The error that the API answers where the operation did not work.
  package static func failed(_ detail: String) -> PBXError {
    PBXError(operation: name, cause: failure.map { .refused($0) } ?? .unsupported, detail: detail)
  }

  /// What a backend answers that cannot do the operation.
  package static var unsupported: PBXError { PBXError(operation: name, cause: .unsupported) }

  /// The names of the parameters that stand in the path.
  package static var pathParameters: [String] {
    path.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
  }

  /// The parameters that stand in a path of this operation; nil for another path.
  package static func match(_ path: String) -> JSONObject? {
    let pattern = Self.path.split(separator: "/", omittingEmptySubsequences: false)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard pattern.count == parts.count else { return nil }
    var parameters = JSONObject()
    for (expected, part) in zip(pattern, parts) {
      if expected.hasPrefix(":") {
        guard !part.isEmpty else { return nil }
        parameters[String(expected.dropFirst())] = .string(String(part))
      } else if expected != part {
        return nil
      }
    }
    return parameters
  }
}
