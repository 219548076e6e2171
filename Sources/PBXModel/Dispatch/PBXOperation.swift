/// One operation of the API: how it is called, what it takes, what it answers and how it fails.
///
/// The client, the server, raw requests and the OpenAPI document read this declaration; nothing
/// of it is written down a second time.
package protocol PBXOperation: Hashable, Sendable {
  associatedtype Answer: OperationAnswer

  /// Its name in messages: the path without its root, such as `call/dial`.
  static var name: String { get }
  static var method: HTTPMethod { get }
  /// One sentence, without a final stop.
  static var summary: String { get }
  static var fields: [OperationField] { get }
  /// What a missing or empty parameter is answered with; HTTP 422 where it is nil.
  static var parameterError: APIErrorCode? { get }
  /// What its failure is answered with; nil where the API names no code.
  static var failure: APIErrorCode? { get }

  /// Reads a request; throws the operation's parameter error.
  init(parameters: OperationParameters) throws(PBXError)
  /// The request as the API's parameters; what was left out is left out.
  var parameters: JSONObject { get }

  /// Asks a service to do it.
  func perform(on service: some PBXService) async throws(PBXError) -> Answer
}

/// The methods that the API uses.
package enum HTTPMethod: String, Hashable, Sendable, CaseIterable {
  case get = "GET"
  case post = "POST"
  case put = "PUT"
}

/// A parameter of an operation.
package struct OperationField: Hashable, Sendable {
  /// The JSON type that the API documents; the other one is taken too.
  package enum Kind: String, Hashable, Sendable {
    case string
    case number
  }

  package var name: String
  package var kind: Kind
  package var isRequired: Bool
  package var documentation: String

  /// A field that must be there and not empty.
  package static func required(
    _ name: String, _ kind: Kind, _ documentation: String
  ) -> OperationField {
    OperationField(name: name, kind: kind, isRequired: true, documentation: documentation)
  }

  /// A text that must be there and not empty.
  package static func required(_ name: String, _ documentation: String) -> OperationField {
    required(name, .string, documentation)
  }

  /// A field that may be left out.
  package static func optional(
    _ name: String, _ kind: Kind, _ documentation: String
  ) -> OperationField {
    OperationField(name: name, kind: kind, isRequired: false, documentation: documentation)
  }

  /// A text that may be left out.
  package static func optional(_ name: String, _ documentation: String) -> OperationField {
    optional(name, .string, documentation)
  }
}

extension PBXOperation {
  /// Below the API's base address, such as `/api/v1/call/dial`.
  package static var path: String { "/api/v1/" + name }

  /// Reads a request from the API's parameters; throws the operation's parameter error.
  package init(parameters: JSONObject) throws(PBXError) {
    try self.init(parameters: OperationParameters(parameters, of: Self.self))
  }

  /// Throws the parameter error that the API answers to this request, if there is one.
  package func validate() throws(PBXError) {
    _ = try Self(parameters: parameters)
  }

  /// The error that the API answers where the operation did not work.
  package static func failed(_ detail: String) -> PBXError {
    PBXError(operation: name, cause: failure.map { .refused($0) } ?? .unsupported, detail: detail)
  }
}
