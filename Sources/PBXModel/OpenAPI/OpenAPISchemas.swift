/// The schemas of the document: JSON Schema, 2020-12.
enum OpenAPISchemas {
  /// The records, and what else several operations share, by name.
  static var all: JSONObject {
    var schemas = JSONObject()
    for operation in Operations.all {
      switch operation.shape {
      case .nothing: break
      case .object(let form), .rows(let form), .agents(let form):
        schemas[name(of: form)] = record(form)
      }
    }
    schemas[name(of: TokenAnswer.form)] = record(TokenAnswer.form)
    return schemas
  }

  /// `CallRecord` for `call record`.
  private static func name(of form: RecordForm) -> String {
    form.name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// A reference to a record's schema.
  static func reference(_ form: RecordForm) -> JSONValue {
    .object(["$ref": .string("#/components/schemas/" + name(of: form))])
  }

  private static func record(_ form: RecordForm) -> JSONValue {
    var properties = JSONObject()
    for field in form.fields {
      var property = JSONObject()
      switch field.kind {
      case .text: property["type"] = "string"
      case .number: property["type"] = "number"
      case .list:
        property["type"] = "array"
        property["items"] = .object(["type": "string"])
      case .nothing: property["type"] = ["string", "null"]
      }
      property["description"] = .string(field.documentation)
      properties[field.name] = .object(property)
    }
    return .object([
      "type": "object", "properties": .object(properties), "additionalProperties": true,
    ])
  }

  /// The envelope of an answer, with the codes that it can carry.
  static func envelope(codes: [JSONValue], data shape: AnswerShape) -> JSONObject {
    let nothing = JSONValue.object(["type": "array", "maxItems": 0])
    let data: JSONValue =
      switch shape {
      case .nothing: nothing
      case .object(let form): .object(["anyOf": [reference(form), nothing]])
      case .rows(let form): .object(["type": "array", "items": reference(form)])
      case .agents(let form):
        .object([
          "anyOf": [
            .object([
              "type": "object", "description": "By queue, then by extension.",
              "additionalProperties": .object([
                "type": "object", "additionalProperties": reference(form),
              ]),
            ]), nothing,
          ]
        ])
      }
    return [
      "type": "object", "required": ["code", "msg", "data", "total"],
      "properties": .object([
        "code": .object(["type": "string", "enum": .array(codes)]),
        "msg": .object(["type": "string"]), "data": data,
        "total": .object(["type": "integer", "description": "0 on many answers that have rows."]),
      ]),
    ]
  }

  /// A parameter's schema.
  static func schema(_ field: OperationField) -> JSONObject {
    var json: JSONObject = ["description": .string(field.documentation)]
    switch field.kind {
    case .string:
      json["type"] = "string"
      if field.isRequired { json["minLength"] = 1 }
      if !field.values.isEmpty { json["enum"] = .array(field.values.map(JSONValue.string)) }
    case .number:
      json["type"] = "integer"
      let values = field.values.compactMap { Int($0) }
      if values.isEmpty {
        json["minimum"] = 0
      } else {
        json["enum"] = .array(values.map(JSONValue.integer))
      }
    }
    return json
  }

  /// A body in JSON.
  static func content(_ schema: JSONObject, examples: JSONObject = JSONObject()) -> JSONValue {
    var media: JSONObject = ["schema": .object(schema)]
    if !examples.members.isEmpty { media["examples"] = .object(examples) }
    return .object(["application/json": .object(media)])
  }
}

extension PBXOperation {
  /// The form of its answer's `data`.
  fileprivate static var shape: AnswerShape { Answer.shape }
}
