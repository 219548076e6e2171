import PBXModel
import Testing

/// What the OpenAPI document must hold, whoever reads it.
struct OpenAPITests {
  static let document = OpenAPIDocument.make(version: "1.0")

  private func member(_ path: String...) -> JSONValue? {
    path.reduce(Optional(Self.document)) { $0?.object?[$1] }
  }

  @Test func `every operation is described, with its error codes and the document's example`()
    throws
  {
    for operation in Operations.all {
      let path = operation.path.replacing(":id", with: "{id}")
      let method = operation.method.rawValue.lowercased()
      let description = try #require(member("paths", path, method)?.object, "\(path)")
      let text = JSONValue.object(description).text()
      for code in [operation.parameterError, operation.failure].compactMap(\.self) {
        #expect(text.contains("\"\(code.rawValue)\""), "\(path)")
      }
      let success = try #require(description["responses"]?.object?["200"])
      #expect(success.text().contains("\"examples\""), "\(path)")
      for field in operation.fields { #expect(text.contains("\"\(field.name)\""), "\(path)") }
    }
    #expect(member("paths", "/oauth/token", "post") != nil)
    #expect(member("webhooks", "billing", "post") != nil)
  }

  @Test func `every reference leads somewhere`() {
    var references: Set<String> = []
    collect(Self.document, into: &references)
    #expect(references.count > 10)
    for reference in references {
      var target: JSONValue? = Self.document
      for name in reference.dropFirst(2).split(separator: "/") {
        target = target?.object?[String(name)]
      }
      #expect(target != nil, "\(reference)")
    }
  }

  private func collect(_ value: JSONValue, into references: inout Set<String>) {
    switch value {
    case .array(let elements): for element in elements { collect(element, into: &references) }
    case .object(let object):
      for member in object.members {
        if member.name == "$ref", case .string(let text) = member.value { references.insert(text) }
        collect(member.value, into: &references)
      }
    case .null, .boolean, .integer, .number, .string: break
    }
  }

  @Test func `no secret of the vendor's document is in it`() {
    #expect(!Self.document.text().contains("0ruQRB2r0RtkGdRuVCoiIl"))
  }
}
