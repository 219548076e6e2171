import HTTPTypes
import PBXModel

/// Which operations there are at a path, by method.
struct RouteTable: Sendable {
  /// An operation at its path.
  struct Route: Sendable {
    var method: HTTPRequest.Method
    /// The operation's.
    var name: String
    /// What a body is answered with that holds no parameters.
    var refusal: Envelope
  }

  private struct Pattern: Sendable {
    var matches: @Sendable (String) -> Bool
    var route: Route
  }

  /// By path: the operations whose path holds no parameter.
  private var fixed: [String: [Route]] = [:]
  /// The others.
  private var patterns: [Pattern] = []

  init(_ operations: [any APIOperation.Type]) {
    for operation in operations { add(operation) }
  }

  /// A method of the API in HTTP's own terms.
  private static func method(_ method: PBXModel.HTTPMethod) -> HTTPRequest.Method {
    switch method {
    case .get: .get
    case .post: .post
    case .put: .put
    }
  }

  private mutating func add<Operation: APIOperation>(_ operation: Operation.Type) {
    let error = OperationParameters(JSONObject(), of: Operation.self)
      .invalid("the body is no JSON object")
    let route = Route(
      method: Self.method(Operation.method), name: Operation.name,
      refusal: Envelope(refusing: error))
    if Operation.pathParameters.isEmpty {
      fixed[Operation.path, default: []].append(route)
    } else {
      patterns.append(Pattern(matches: { Operation.match($0) != nil }, route: route))
    }
  }

  /// None where there is no such path.
  func routes(at path: String) -> [Route] {
    fixed[path] ?? patterns.filter { $0.matches(path) }.map(\.route)
  }
}
