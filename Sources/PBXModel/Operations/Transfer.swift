/// Transfers a call blind, attended or into an application: `POST /api/v1/call/transfer`.
public struct Transfer: Hashable, Sendable {
  /// The API's `type`.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case app
    case attended
    case blind
  }

  public var kind: Kind
  /// Who transfers.
  public var `extension`: String
  /// A number, or `CONTEXT,EXTEN,PRIORITY` for `app`.
  public var dest: String

  public init(kind: Kind, `extension`: String, dest: String) {
    self.kind = kind
    self.extension = `extension`
    self.dest = dest
  }
}

extension Transfer: PBXOperation {
  public static let name = "call/transfer"
  public static let method = HTTPMethod.post
  public static let summary = "Transfers a call blind, attended or into an application"
  public static let fields: [OperationField] = [
    .required("type", "The kind of transfer.", values: ["blind", "attended", "app"]),
    .required("extension", "Who transfers."),
    .required("dest", "A number, or `CONTEXT,EXTEN,PRIORITY` for `app`."),
  ]
  public static let parameterError: APIErrorCode? = 600005
  public static let failure: APIErrorCode? = 600006
  public static let examples = [
    Transfer(kind: .attended, extension: "8001", dest: "8005"),
    Transfer(kind: .app, extension: "8001", dest: "aa_1001315,s,1"),
    Transfer(kind: .app, extension: "8001", dest: "ext-queues,200,1"),
  ]
  public static let exampleAnswer = Done()

  public init(parameters: OperationParameters) throws(PBXError) {
    let type = try parameters.required("type")
    guard let kind = Kind(rawValue: type) else { throw parameters.invalid("no type \(type)") }
    self.init(
      kind: kind, extension: try parameters.required("extension"),
      dest: try parameters.required("dest"))
  }

  public var parameters: JSONObject {
    [
      "type": .string(kind.rawValue), "extension": .string(self.extension), "dest": .string(dest),
    ]
  }

  public func perform(on service: some PBXService) async throws(PBXError) -> Done {
    try await service.transfer(self)
    return Done()
  }
}
