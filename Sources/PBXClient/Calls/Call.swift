import PBXModel

/// A request in the making: all but the token that it goes out with.
struct Call: Sendable {
  /// What kind of thing is asked for: it decides what an answer's status means.
  enum Kind: Hashable, Sendable {
    case operation, lab, recording, token
  }

  var kind: Kind
  /// Its name in messages.
  var name: String
  var method: HTTPMethod
  /// Below the API's address, or its origin's, without a query.
  var path: String
  /// Those that a message shows.
  var parameters: JSONObject
  var url: String
  var body: [UInt8]?

  /// Lays out an operation; throws its parameter error where a path cannot be made of it.
  init<Operation: APIOperation>(
    _ operation: Operation, to address: PBXAddress
  ) throws(PBXError) {
    parameters = operation.parameters
    var travelling = parameters
    path = Operation.path
    if path.utf8.contains(UInt8(ascii: ":")) {
      path = try Self.path(of: operation, taking: &travelling)
    }
    kind = path.hasPrefix("/lab/") ? .lab : .operation
    name = Operation.name
    method = Operation.method
    url = (kind == .lab ? address.origin : address.base) + path
    if Operation.placement != .body, !travelling.members.isEmpty {
      url += "?" + PercentEncoding.query(travelling)
    }
    if Operation.placement != .query { body = JSONValue.object(travelling).bytes() }
  }

  /// Lays out a request to any path, documented or not; throws where the path would lead elsewhere
  /// than it says.
  init(
    method: HTTPMethod, path: String, parameters: JSONObject, to address: PBXAddress
  ) throws(PBXError) {
    // Empty ones are kept: what they mean is the server's affair.
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.contains(where: { "?#".contains($0) }),
      !segments.contains(where: { $0 == "." || $0 == ".." })
    else {
      throw PBXError(
        operation: "\(method.rawValue) \(path)",
        cause: .invalidParameters(
          "the path `\(PrintableText.start(of: path))` must have neither `.` nor `..` as a segment,"
            + " no `?` and no `#`; pass a query as parameters"))
    }
    kind = path.hasPrefix("/lab/") ? .lab : .operation
    name = "\(method.rawValue) \(path)"
    self.method = method
    self.path = segments.map { PercentEncoding.segment(String($0)) }.joined(separator: "/")
    self.parameters = parameters
    url = (kind == .lab ? address.origin : address.base) + self.path
    // What a path wants to be asked with is not known: a GET carries its parameters both ways.
    let isQuery = method == .get && !parameters.members.isEmpty
    if isQuery { url += "?" + PercentEncoding.query(parameters) }
    if isQuery || method != .get { body = JSONValue.object(parameters).bytes() }
  }

  /// Lays out the request for a recording, which lies at the origin.
  init(_ recording: RecordingPath, at address: PBXAddress) {
    kind = .recording
    name = recording.description
    method = .get
    parameters = JSONObject()
    path = "/" + recording.components.map(PercentEncoding.segment).joined(separator: "/")
    url = address.origin + path
  }

  /// Lays out the request for a token.
  init(_ request: TokenRequest, to address: PBXAddress) {
    kind = .token
    name = TokenRequest.name
    method = TokenRequest.method
    parameters = request.parameters
    path = TokenRequest.path
    url = address.base + path
    body = JSONValue.object(parameters).bytes()
  }

  /// Puts the parameters into the path that stand there, and takes them away from the others.
  private static func path<Operation: APIOperation>(
    of operation: Operation, taking parameters: inout JSONObject
  ) throws(PBXError) -> String {
    let reader = OperationParameters(parameters, of: Operation.self)
    var path = ""
    for part in Operation.path.split(separator: "/") {
      guard part.hasPrefix(":") else {
        path += "/" + part
        continue
      }
      let name = String(part.dropFirst())
      let text = try reader.required(name)
      // Servers resolve these before they look for the operation.
      guard text != ".", text != ".." else {
        throw reader.invalid("`\(name)` must be something else than `\(text)`")
      }
      path += "/" + PercentEncoding.segment(text)
      parameters[name] = nil
    }
    return path
  }

  /// The request as it goes out, with a token or without.
  func request(token: String?) -> HTTPRequest {
    var headers = Self.headers
    if let token { headers.append(HTTPField("Authorization", "Bearer \(token)")) }
    return HTTPRequest(method: method, url: url, headers: headers, body: body)
  }

  private static let headers = [
    HTTPField("Accept-Language", "zh-CN"),
    HTTPField("Content-Type", "application/json"),
    HTTPField("Accept", "application/json"),
  ]

  /// Method, path and parameters, without secrets.
  var summary: String {
    let start = "\(method.rawValue) \(path)"
    if parameters.members.isEmpty { return start }
    let shown = SecretFilter().hide(in: JSONValue.object(parameters))
    return PrintableText.start(of: "\(start) \(shown.text())", length: 1000)
  }
}
