import PBXModel
import YAMLReading

/// A key of a section: what it is called, means, and how its value is read and written.
struct Field<Subject: Sendable>: Sendable {
  let row: FieldRow
  let schema: JSONObject
  let read: @Sendable (YAMLPart, inout Subject, inout WorldReader) -> Void
  let write: @Sendable (Subject) -> Written
  let example: Written?
  /// The only words that its value can be.
  private let words: [String]

  /// - Parameters:
  ///   - path: what the value becomes.
  ///   - documentation: one sentence without its stop, for comments, the schema and the manual.
  init<Value: Sendable>(
    _ key: String, _ path: any WritableKeyPath<Subject, Value> & Sendable,
    _ form: ValueForm<Value>, isRequired: Bool = false, _ documentation: String
  ) {
    row = FieldRow(
      key: key, form: form.name, isRequired: isRequired, documentation: documentation,
      isDerived: form.isDerived, rows: form.rows)
    schema = form.schema
    example = form.example
    words = form.words
    read = { part, subject, reader in
      if let value = form.read(part, &reader) { subject[keyPath: path] = value }
    }
    write = { form.write($0[keyPath: path]) }
  }

  /// A member of a map that is written.
  func entry(of subject: Subject) -> Written.Entry {
    let choices = words.isEmpty ? "" : ": " + words.joined(separator: ", ")
    return Written.Entry(
      key: row.key, value: write(subject), comment: row.documentation + choices, example: example)
  }
}

/// A key as the manual shows it.
struct FieldRow: Hashable, Sendable {
  var key: String
  /// What the value is.
  var form: String
  var isRequired: Bool
  var documentation: String
  /// Whether what holds where it is left out follows from other keys.
  var isDerived: Bool
  /// What holds where it is left out, as JSON; nil where it must be there or is derived.
  var standard: JSONValue?
  /// The keys of its value.
  var rows: [FieldRow] = []
}
