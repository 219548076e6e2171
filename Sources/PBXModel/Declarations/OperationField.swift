/// A parameter of an operation.
public struct OperationField: Hashable, Sendable {
  /// The JSON type that the API documents; the other one is taken too.
  public enum Kind: String, Hashable, Sendable {
    case string
    case number
  }

  public var name: String
  public var kind: Kind
  public var isRequired: Bool
  public var documentation: String
  /// The only values that are taken, as text; all where it is empty.
  public var values: [String]

  /// A field that must be there and not empty.
  public static func required(
    _ name: String, _ kind: Kind, _ documentation: String, values: [String] = []
  ) -> OperationField {
    OperationField(
      name: name, kind: kind, isRequired: true, documentation: documentation, values: values)
  }

  /// A field that may be left out.
  public static func optional(
    _ name: String, _ kind: Kind, _ documentation: String, values: [String] = []
  ) -> OperationField {
    OperationField(
      name: name, kind: kind, isRequired: false, documentation: documentation, values: values)
  }

  /// A text that must be there and not empty.
  public static func required(
    _ name: String, _ documentation: String, values: [String] = []
  ) -> OperationField {
    required(name, .string, documentation, values: values)
  }

  /// A text that may be left out.
  public static func optional(
    _ name: String, _ documentation: String, values: [String] = []
  ) -> OperationField {
    optional(name, .string, documentation, values: values)
  }

  /// The number of a page, from 1.
  static let page = required("page", .number, "Counted from 1.")

  /// How many rows a page has.
  static func pageSize(_ name: String = "pageSize") -> OperationField {
    required(name, .number, "How many rows a page has.")
  }
}
