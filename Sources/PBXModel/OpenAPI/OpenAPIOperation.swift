/// Describes an operation behind the envelope.
enum OpenAPIOperation {
  /// `/api/v1/voicemail/{id}` for `/api/v1/voicemail/:id`.
  static func path(of operation: any PBXOperation.Type) -> String {
    operation.path.split(separator: "/").map { part in
      part.hasPrefix(":") ? "/{\(part.dropFirst())}" : "/\(part)"
    }.joined()
  }

  static func describe<Operation: PBXOperation>(_ operation: Operation.Type) -> JSONObject {
    var json: JSONObject = [
      "operationId": .string(identifier(of: Operation.name)),
      "tags": [.string(String(Operation.name.prefix { $0 != "/" }))],
      "summary": .string(Operation.summary),
      "description": .string(description(of: operation)),
    ]
    let example = Operation.examples.first?.parameters ?? JSONObject()
    let inPath = Operation.fields.filter { Operation.pathParameters.contains($0.name) }
    let others = Operation.fields.filter { !Operation.pathParameters.contains($0.name) }
    var parameters = inPath.map { parameter($0, in: "path", example: example[$0.name]) }
    switch Operation.placement {
    case .query, .bodyAndQuery:
      parameters += others.map { parameter($0, in: "query", example: example[$0.name]) }
    case .body:
      json["requestBody"] = body(others, of: operation)
    }
    if !parameters.isEmpty { json["parameters"] = .array(parameters) }
    json["responses"] = .object(responses(of: operation))
    return json
  }

  /// `callDial` for `call/dial`.
  private static func identifier(of name: String) -> String {
    let parts = name.split(separator: "/")
    return parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      text + part.prefix(1).uppercased() + part.dropFirst()
    }
  }

  /// The codes that it can fail with.
  private static func errors<Operation: PBXOperation>(
    of operation: Operation.Type
  ) -> [APIErrorCode] {
    [Operation.parameterError, Operation.failure].compactMap(\.self)
  }

  private static func description<Operation: PBXOperation>(of operation: Operation.Type) -> String {
    var lines = [Operation.summary + "."]
    if Operation.placement == .bodyAndQuery {
      lines.append("The parameters are taken from a JSON body as well as from the query.")
    }
    lines += errors(of: operation).map { "- `\($0.rawValue)` \($0.chinese): \($0.english)" }
    return lines.joined(separator: "\n")
  }

  private static func parameter(
    _ field: OperationField, in place: String, example: JSONValue?
  ) -> JSONValue {
    var json: JSONObject = [
      "name": .string(field.name), "in": .string(place), "required": .boolean(field.isRequired),
      "description": .string(field.documentation), "schema": .object(OpenAPISchemas.schema(field)),
    ]
    json["example"] = example
    return .object(json)
  }

  private static func body<Operation: PBXOperation>(
    _ fields: [OperationField], of operation: Operation.Type
  ) -> JSONValue {
    var properties = JSONObject()
    for field in fields { properties[field.name] = .object(OpenAPISchemas.schema(field)) }
    var examples = JSONObject()
    for (index, example) in Operation.examples.enumerated() {
      var value = example.parameters
      for name in Operation.pathParameters { value[name] = nil }
      examples["example\(index + 1)"] = .object(["value": .object(value)])
    }
    let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    return .object([
      "required": true,
      "content": OpenAPISchemas.content(
        ["type": "object", "required": .array(required), "properties": .object(properties)],
        examples: examples),
    ])
  }

  private static func responses<Operation: PBXOperation>(
    of operation: Operation.Type
  ) -> JSONObject {
    var codes = errors(of: operation).map { JSONValue.string(String($0.rawValue)) }
    codes.insert("200", at: 0)
    var responses: JSONObject = [
      "200": .object([
        "description": "Done, or refused with an error code.",
        "content": OpenAPISchemas.content(
          OpenAPISchemas.envelope(codes: codes, data: Operation.Answer.shape),
          examples: [
            "done": .object(["value": .object(Envelope(answering: Operation.exampleAnswer).json)])
          ]),
      ]),
      "401": OpenAPIResponses.reference("Unauthenticated"),
    ]
    if !Operation.pathParameters.isEmpty {
      responses["404"] = OpenAPIResponses.reference("NotFound")
    }
    responses["422"] = OpenAPIResponses.reference("Invalid")
    responses["501"] = OpenAPIResponses.reference("NotAvailable")
    return responses
  }
}
