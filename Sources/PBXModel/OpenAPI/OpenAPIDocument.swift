/// The API as an OpenAPI 3.1 document, made from the declarations of its operations.
package enum OpenAPIDocument {
  /// The whole document.
  ///
  /// - Parameter version: of the program that serves the API.
  package static func make(version: String) -> JSONValue {
    var paths = JSONObject()
    add(OpenAPIToken.operation, "post", at: TokenRequest.path, to: &paths)
    for operation in Operations.all {
      add(
        OpenAPIOperation.describe(operation), operation.method.rawValue.lowercased(),
        at: OpenAPIOperation.path(of: operation), to: &paths)
    }
    for folder in ["monitor", "voicemail"] {
      paths["/\(folder)/{date}/{file}"] = .object([
        // Recordings lie beside the API, not below it.
        "servers": [
          .object(["url": "https://{host}:{port}", "variables": .object(hostVariables)])
        ],
        "get": .object(OpenAPIRecording.operation(of: folder)),
      ])
    }
    return .object([
      "openapi": "3.1.0",
      "info": .object([
        "title": "PBX API", "version": .string(version),
        "summary": "Call control, agents and queues, status, voicemail, call records, speech",
        "description": .string(about),
        "license": .object(["name": "Unspecified", "identifier": "LicenseRef-Unspecified"]),
      ]),
      "servers": [
        .object([
          "url": "https://{host}:{port}/dscom-api/public", "variables": .object(hostVariables),
        ])
      ],
      "security": [.object(["token": []])],
      "tags": .array(tags),
      "paths": .object(paths),
      "webhooks": .object(["billing": .object(["post": .object(OpenAPIBillingPush.operation)])]),
      "components": .object([
        "schemas": .object(OpenAPISchemas.all),
        "responses": .object(OpenAPIResponses.shared),
        "securitySchemes": .object([
          "token": .object([
            "type": "http", "scheme": "bearer",
            "description": "The access token of `POST /oauth/token`; good for 30 minutes.",
          ])
        ]),
      ]),
    ])
  }

  private static let about = """
    Every answer below `/api/v1` is an envelope: `code` is `200` where it worked, and else one of \
    the error codes, which the API answers with HTTP status 200. \
    Times are `yyyy-MM-dd HH:mm:ss` in the PBX's own zone. \
    Numbers may arrive as strings and strings as numbers; fields that are not described here may \
    be there too.
    """

  private static let hostVariables: JSONObject = [
    "host": .object(["default": "127.0.0.1", "description": "The PBX's address."]),
    "port": .object(["default": "443", "description": "The port of its web server."]),
  ]

  private static let tags: [JSONValue] = [
    ("oauth", "Signing in"), ("call", "Call control"), ("agent", "Agents"),
    ("status", "What is going on"), ("voicemail", "Voicemail"), ("cdr", "Call records"),
    ("tts", "Text to speech"), ("recordings", "Sound files"),
  ].map { .object(["name": .string($0.0), "description": .string($0.1)]) }

  private static func add(
    _ operation: JSONObject, _ method: String, at path: String, to paths: inout JSONObject
  ) {
    var item = paths[path]?.object ?? JSONObject()
    item[method] = .object(operation)
    paths[path] = .object(item)
  }
}
