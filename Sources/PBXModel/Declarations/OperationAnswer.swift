/// What an operation answers, as the envelope carries it.
public protocol OperationAnswer: Hashable, Sendable {
  /// The form of `data`, for the API's document.
  static var shape: AnswerShape { get }
  /// The envelope's `data`.
  var data: JSONValue { get }
  /// The envelope's `total`.
  var total: Int { get }

  /// Reads an answer; nil where it has not the documented form.
  init?(data: JSONValue, total: Int)
}

/// The form of an answer's `data`.
public enum AnswerShape: Hashable, Sendable {
  /// An empty array, as PHP writes nothing.
  case nothing
  case object(RecordForm)
  case rows(RecordForm)
  /// Objects by queue and extension; an empty array where there are none.
  case agents(RecordForm)
}

extension OperationAnswer {
  public var total: Int { 0 }
}

/// The answer of an operation that has nothing to return.
public struct Done: OperationAnswer {
  public static let shape = AnswerShape.nothing

  public init() {}

  public var data: JSONValue { .array([]) }

  /// Takes whatever the PBX sent along with its success.
  public init?(data: JSONValue, total: Int) {}
}

/// An answer that is one record.
public protocol RecordAnswer: OperationAnswer, PBXRecord {}

extension RecordAnswer {
  public static var shape: AnswerShape { .object(form) }

  public var data: JSONValue { .object(json) }

  public init?(data: JSONValue, total: Int) {
    guard case .object(let json) = data else { return nil }
    self.init(json: json)
  }
}
