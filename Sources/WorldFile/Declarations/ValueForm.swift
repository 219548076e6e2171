import PBXModel
import YAMLReading

/// How one kind of value stands in a world file: read, written back, and described.
struct ValueForm<Value: Sendable>: Sendable {
  /// What it is called in messages and in the manual, such as ``a time such as `10s` ``.
  var name: String
  /// Its JSON Schema.
  var schema: JSONObject
  /// The only words that it can be; empty where there are others.
  var words: [String] = []
  /// What the elements of a list, or a map, consist of.
  var rows: [FieldRow] = []
  /// An element to show where a list is empty.
  var example: Written?
  /// What holds where it is left out follows from other parts, as the key's documentation says.
  var isDerived = false
  /// Nil where it cannot be read, which the reader has reported.
  var read: @Sendable (YAMLPart, inout WorldReader) -> Value?
  var write: @Sendable (Value) -> Written
}

extension ValueForm {
  /// A single value; `parse` answers nil for a text that is none.
  static func scalar(
    _ name: String, schema: JSONObject, parse: @escaping @Sendable (String) -> Value?,
    write: @escaping @Sendable (Value) -> Written
  ) -> ValueForm {
    ValueForm(
      name: name, schema: schema,
      read: { part, reader in
        guard let text = reader.text(of: part, expecting: name) else { return nil }
        if let value = parse(text) { return value }
        reader.report(.wrongValue(text, expecting: name, at: reader.range(of: part)))
        return nil
      }, write: write)
  }

  /// A value or a word for none.
  static func optional<Wrapped: Sendable>(
    _ form: ValueForm<Wrapped>, orWord word: String
  ) -> ValueForm where Value == Wrapped? {
    ValueForm(
      name: "\(form.name), or `\(word)`",
      schema: ["anyOf": .array([.object(form.schema), .object(["const": .string(word)])])],
      read: { part, reader in
        if part.text == word { return .some(nil) }
        return form.read(part, &reader).map(Optional.some)
      },
      write: { value in value.map(form.write) ?? .text(word) })
  }

  /// The form of what these values are made into.
  func converted<Other: Sendable>(
    from forward: @escaping @Sendable (Value, YAMLPart, inout WorldReader) -> Other?,
    to back: @escaping @Sendable (Other) -> Value
  ) -> ValueForm<Other> {
    ValueForm<Other>(
      name: name, schema: schema, rows: rows, example: example,
      read: { part, reader in read(part, &reader).flatMap { forward($0, part, &reader) } },
      write: { write(back($0)) })
  }
}
