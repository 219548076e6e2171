import PBXModel
import YAMLReading

/// A map of a world file: the one declaration that reading, writing, schema and manual come from.
struct Section<Subject: Sendable>: Sendable {
  /// What one is called, such as `a queue`.
  let name: String
  /// What holds where nothing is said.
  let blank: Subject
  let fields: [Field<Subject>]
  /// An element that shows what there is to write; nil for a section that stands alone.
  var example: Subject?

  /// Whether a single value is enough: that of the first key, which alone must be there.
  private var isAbbreviable: Bool {
    fields.first?.row.isRequired == true && !fields.dropFirst().contains(where: \.row.isRequired)
  }

  /// The keys with what holds where they are left out.
  var rows: [FieldRow] {
    fields.map { field in
      var row = field.row
      if !row.isRequired, !row.isDerived { row.standard = field.write(blank).json }
      return row
    }
  }

  /// Reads a map, or the single value that is enough; nil where it is neither.
  func read(_ part: YAMLPart, _ reader: inout WorldReader) -> Subject? {
    guard isAbbreviable, part.text != nil else { return readMap(part, &reader) }
    var subject = blank
    fields.first?.read(part, &subject, &reader)
    return subject
  }

  /// Reads a map; nil where it is none.
  ///
  /// What is wrong with its members is reported, and they are left out.
  func readMap(_ part: YAMLPart, _ reader: inout WorldReader) -> Subject? {
    var subject = blank
    guard let members = reader.members(of: part, called: name) else { return nil }
    var given: Set<String> = []
    for member in members {
      guard let field = fields.first(where: { $0.row.key == member.key }) else {
        reader.report(
          .unknownKey(
            member.key, of: name, known: fields.map(\.row.key),
            isBare: reader.isBare(member), at: reader.range(of: member)))
        continue
      }
      given.insert(member.key)
      if member.value.isNull {
        reader.report(
          .missingValue(
            of: member.key, isRequired: field.row.isRequired, at: reader.range(of: member)))
      } else {
        field.read(member.value, &subject, &reader)
      }
    }
    for row in fields.map(\.row) where row.isRequired && !given.contains(row.key) {
      reader.report(
        .missingKey(row.key, form: row.form, of: name, at: reader.range(of: part)))
    }
    return subject
  }

  func write(_ subject: Subject) -> Written {
    .map(fields.map { $0.entry(of: subject) })
  }

  /// The schema of the map.
  var schema: JSONObject {
    var properties = JSONObject()
    for (field, row) in zip(fields, rows) {
      var property = field.schema
      property["description"] = .string(row.documentation + ".")
      property["default"] = row.standard
      properties[row.key] = .object(property)
    }
    var schema: JSONObject = [
      "type": "object", "properties": .object(properties), "additionalProperties": false,
    ]
    let required = fields.map(\.row).filter(\.isRequired).map { JSONValue.string($0.key) }
    if !required.isEmpty { schema["required"] = .array(required) }
    return schema
  }

  /// The schema of the map, or of the single value that is enough.
  private var elementSchema: JSONObject {
    guard isAbbreviable, let first = fields.first else { return schema }
    return ["anyOf": .array([.object(first.schema), .object(schema)])]
  }

  /// A map of its own.
  var form: ValueForm<Subject> {
    ValueForm(
      name: name, schema: elementSchema, rows: rows, read: { read($0, &$1) }, write: write)
  }

  /// A list of such maps.
  var listForm: ValueForm<[Subject]> { .list(of: form, example: example.map(write)) }
}
