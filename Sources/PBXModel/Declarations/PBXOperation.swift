/// An operation of the PBX's API: `/api/v1/…`.
public protocol PBXOperation: APIOperation {
  /// Asks a service to do it.
  func perform(on service: some PBXService) async throws(PBXError) -> Answer
}

extension PBXOperation {
  /// Below the API's base address, such as `/api/v1/call/dial`.
  public static var path: String { "/api/v1/" + name }
}

/// An operation that names one extension and nothing else.
public protocol ExtensionOperation: PBXOperation where Answer == Done {
  /// Who acts.
  var `extension`: String { get }
  init(`extension`: String)
  /// What the extension does, as the field's documentation.
  static var actor: String { get }
}

extension ExtensionOperation {
  public static var method: HTTPMethod { .post }
  public static var fields: [OperationField] { [.required("extension", actor)] }
  public static var parameterError: APIErrorCode? { 600000 }
  public static var examples: [Self] { [Self(extension: "8001")] }
  public static var exampleAnswer: Done { Done() }

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(extension: try parameters.required("extension"))
  }

  public var parameters: JSONObject { ["extension": .string(self.extension)] }
}

/// An operation in which an extension does something to another party.
public protocol TargetedOperation: PBXOperation where Answer == Done {
  /// Who acts.
  var `extension`: String { get }
  /// To whom.
  var dest: String { get }
  init(`extension`: String, dest: String)
  /// What the extension does, as the field's documentation.
  static var actor: String { get }
  /// Who the other party is, as the field's documentation.
  static var target: String { get }
}

extension TargetedOperation {
  public static var method: HTTPMethod { .post }
  public static var fields: [OperationField] {
    [.required("extension", actor), .required("dest", target)]
  }
  public static var examples: [Self] { [Self(extension: "8001", dest: "8002")] }
  public static var exampleAnswer: Done { Done() }

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      extension: try parameters.required("extension"), dest: try parameters.required("dest"))
  }

  public var parameters: JSONObject {
    ["extension": .string(self.extension), "dest": .string(dest)]
  }
}
