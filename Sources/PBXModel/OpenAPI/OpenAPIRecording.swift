/// Describes the files behind `recording`.
enum OpenAPIRecording {
  static func operation(of folder: String) -> JSONObject {
    func parameter(_ name: String, _ description: String) -> JSONValue {
      .object([
        "name": .string(name), "in": "path", "required": true, "description": .string(description),
        "schema": .object(["type": "string", "minLength": 1]),
      ])
    }
    return [
      "operationId": .string("\(folder)File"), "tags": ["recordings"],
      "summary": .string("The sound file behind a record's `recording`"),
      "description": .string("The path is the record's `recording`, below the PBX's own address."),
      "security": [],
      "parameters": [parameter("date", "The day."), parameter("file", "The file's name.")],
      "responses": .object([
        "200": .object([
          "description": "A WAV file.",
          "content": .object(["audio/wav": .object(JSONObject())]),
        ]),
        "404": OpenAPIResponses.reference("NotFound"),
      ]),
    ]
  }
}

/// Describes the messages of the billing push.
enum OpenAPIBillingPush {
  static var operation: JSONObject {
    [
      "operationId": "billingPush", "tags": ["cdr"],
      "summary": "The billing push: records as their calls end",
      "description": """
      Text messages over a WebSocket on a port of its own, \
      `wss://HOST:8282/?user_id=billing&token=ACCESS_TOKEN`; the token is checked once, at connect.
      """,
      "requestBody": .object([
        "content": OpenAPISchemas.content(
          [
            "type": "object", "required": ["type", "data"],
            "properties": .object([
              "type": .object(["const": "billing"]),
              "data": .object([
                "type": "array", "items": OpenAPISchemas.reference(BillingRecord.form),
              ]),
            ]),
          ],
          examples: ["billing": .object(["value": BillingMessage.example.json])])
      ]),
      "responses": .object([
        "default": .object(["description": "Nothing is answered to a message."])
      ]),
    ]
  }
}
