/// A field that the API documents for a record.
public struct RecordField: Hashable, Sendable {
  /// The JSON type that is documented; a PBX may send the other one.
  public enum Kind: Hashable, Sendable {
    case text
    case number
    /// An array of texts.
    case list
    /// Null in the document.
    case nothing
  }

  public var name: String
  public var kind: Kind
  public var documentation: String

  public init(_ name: String, _ documentation: String) {
    self.init(name, .text, documentation)
  }

  public init(_ name: String, _ kind: Kind, _ documentation: String) {
    self.name = name
    self.kind = kind
    self.documentation = documentation
  }
}

/// A kind of record: what it is called and what it consists of.
public struct RecordForm: Hashable, Sendable {
  public var name: String
  public var fields: [RecordField]

  public init(name: String, fields: [RecordField]) {
    self.name = name
    self.fields = fields
  }
}
