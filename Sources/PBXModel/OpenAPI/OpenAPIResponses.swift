/// The answers that many operations share.
enum OpenAPIResponses {
  static var shared: JSONObject {
    [
      "Unauthenticated": .object([
        "description": "The access token is missing, wrong, or no longer good.",
        "content": OpenAPISchemas.content([
          "type": "object", "required": ["message"],
          "properties": .object(["message": .object(["type": "string"])]),
        ]),
      ]),
      "Invalid": envelope(
        "A parameter is wrong, and the API has no error code for it.", code: "422"),
      "NotFound": envelope("There is no such thing.", code: "404"),
      "NotAvailable": envelope("This PBX cannot do it.", code: "501"),
    ]
  }

  static func reference(_ name: String) -> JSONValue {
    .object(["$ref": .string("#/components/responses/" + name)])
  }

  private static func envelope(_ description: String, code: JSONValue) -> JSONValue {
    .object([
      "description": .string(description),
      "content": OpenAPISchemas.content(
        OpenAPISchemas.envelope(codes: [code], data: .nothing)),
    ])
  }
}
