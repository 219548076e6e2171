/// Describes how a token is asked for, which has no envelope.
enum OpenAPIToken {
  static var operation: JSONObject {
    [
      "operationId": "oauthToken", "tags": ["oauth"], "summary": .string(TokenRequest.summary),
      "description": "For a password, or for the refresh token of an earlier answer.",
      "security": [],
      "requestBody": .object([
        "required": true,
        "content": OpenAPISchemas.content(
          ["oneOf": [passwordGrant, refreshGrant]],
          examples: [
            "password": .object(["value": .object(TokenRequest.passwordExample.parameters)])
          ]),
      ]),
      "responses": .object([
        "200": .object([
          "description": "A token.",
          "content": OpenAPISchemas.content([
            "$ref": "#/components/schemas/Token", "required": ["access_token", "expires_in"],
          ]),
        ]),
        "400": refusal("The request, the password or the refresh token is wrong."),
        "401": refusal("The client's id or secret is wrong."),
      ]),
    ]
  }

  private static var passwordGrant: JSONValue {
    grant("password", ["username": "Who signs in.", "password": "That person's password."])
  }

  private static var refreshGrant: JSONValue {
    grant("refresh_token", ["refresh_token": "The refresh token of an earlier answer."])
  }

  private static func grant(_ type: String, _ fields: KeyValuePairs<String, String>) -> JSONValue {
    var properties: JSONObject = [
      "grant_type": .object(["type": "string", "const": .string(type)]),
      "client_id": .object([
        "type": ["integer", "string"], "description": "The client of the PBX's settings.",
      ]),
      "client_secret": .object(["type": "string", "description": "Its secret."]),
    ]
    for (name, text) in fields {
      properties[name] = .object(["type": "string", "description": .string(text)])
    }
    properties["scope"] = .object([
      "type": "string", "description": "`*` for a password, empty for a refresh token.",
    ])
    let required = properties.members.map { JSONValue.string($0.name) }
    return .object([
      "type": "object", "required": .array(required), "properties": .object(properties),
    ])
  }

  private static func refusal(_ description: String) -> JSONValue {
    .object([
      "description": .string(description),
      "content": OpenAPISchemas.content([
        "type": "object", "required": ["error", "error_description", "message"],
        "properties": .object([
          "error": .object([
            "type": "string",
            "enum": [
              "invalid_client", "invalid_grant", "invalid_request", "unsupported_grant_type",
            ],
          ]),
          "error_description": .object(["type": "string"]),
          "message": .object(["type": "string"]),
        ]),
      ]),
    ])
  }
}
