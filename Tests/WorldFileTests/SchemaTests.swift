import PBXModel
import PBXSimulator
import Testing
import WorldFile

/// The schema that editors use says what the reader does.
struct SchemaTests {
  @Test(arguments: [DescribedWorld.default, .full])
  func `a world that is written is valid`(world: DescribedWorld) {
    #expect(SchemaCheck.violations(of: WorldFile.json(of: world), in: WorldFile.schema) == [])
  }

  @Test(arguments: [
    ("unknown", JSONValue.integer(1)), ("zone", "noon"), ("extensions", .array([.object([:])])),
    ("ring-limit", 45), ("queues", .array([.object(["number": 1, "strategy": "ringal"])])),
    ("menus", .array([.object(["name": "m", "prompt": "p", "length": "1s", "digits": ["a"]])])),
  ])
  func `a world that is wrong is not`(key: String, value: JSONValue) throws {
    var world = try #require(WorldFile.json(of: .default).object)
    world[key] = value
    #expect(SchemaCheck.violations(of: .object(world), in: WorldFile.schema) != [])
  }

  @Test func `every key is described`() {
    func undescribed(_ schema: JSONValue, at path: String) -> [String] {
      guard let object = schema.object else { return [] }
      var found: [String] = []
      for member in object["properties"]?.object?.members ?? [] {
        if member.value.object?["description"] == nil { found.append("\(path)/\(member.name)") }
        found += undescribed(member.value, at: "\(path)/\(member.name)")
      }
      if let items = object["items"] { found += undescribed(items, at: path) }
      for option in object["anyOf"]?.elements ?? [] { found += undescribed(option, at: path) }
      return found
    }
    #expect(undescribed(WorldFile.schema, at: "") == [])
  }
}

/// As much of JSON Schema as the schema of worlds has; an unknown keyword is a violation.
enum SchemaCheck {
  static func violations(
    of value: JSONValue, in schema: JSONValue, at path: String = ""
  ) -> [String] {
    guard let schema = schema.object else { return ["\(path): no schema"] }
    return schema.members.flatMap { keyword in
      violations(of: value, keyword.name, keyword.value, in: schema, at: path)
    }
  }

  private static func violations(
    of value: JSONValue, _ keyword: String, _ rule: JSONValue, in schema: JSONObject,
    at path: String
  ) -> [String] {
    func violation(unless isRight: Bool) -> [String] {
      isRight ? [] : ["\(path): \(value.text()) violates \(keyword) \(rule.text())"]
    }
    switch (keyword, value) {
    case ("$schema", _), ("title", _), ("description", _), ("default", _): return []
    case ("type", _):
      return violation(unless: (rule.elements ?? [rule]).contains { matches(value, type: $0) })
    case ("enum", _): return violation(unless: (rule.elements ?? []).contains(value))
    case ("const", _): return violation(unless: rule == value)
    case ("anyOf", _):
      let options = rule.elements ?? []
      return violation(
        unless: options.contains { violations(of: value, in: $0, at: path).isEmpty })
    case ("pattern", .string(let text)):
      guard case .string(let pattern) = rule, let regex = try? Regex(pattern) else {
        return ["\(path): no pattern"]
      }
      return violation(unless: text.firstMatch(of: regex) != nil)
    case ("minimum", .integer(let number)), ("maximum", .integer(let number)):
      guard case .integer(let limit) = rule else { return ["\(path): no limit"] }
      return violation(unless: keyword == "minimum" ? number >= limit : number <= limit)
    case ("required", .object(let object)):
      return (rule.elements ?? []).flatMap { name -> [String] in
        guard case .string(let name) = name else { return ["\(path): no name"] }
        return violation(unless: object[name] != nil)
      }
    case ("properties", .object(let object)):
      return (rule.object?.members ?? []).flatMap { property in
        object[property.name].map {
          violations(of: $0, in: property.value, at: "\(path)/\(property.name)")
        } ?? []
      }
    case ("additionalProperties", .object(let object)):
      let known = Set(schema["properties"]?.object?.members.map(\.name) ?? [])
      let others = object.members.filter { !known.contains($0.name) }
      if rule == false { return violation(unless: others.isEmpty) }
      return others.flatMap { violations(of: $0.value, in: rule, at: "\(path)/\($0.name)") }
    case ("propertyNames", .object(let object)):
      return object.members.flatMap { violations(of: .string($0.name), in: rule, at: path) }
    case ("items", .array(let elements)):
      return elements.enumerated().flatMap {
        violations(of: $0.element, in: rule, at: "\(path)/\($0.offset)")
      }
    case ("pattern", _), ("minimum", _), ("maximum", _), ("required", _), ("properties", _),
      ("additionalProperties", _), ("propertyNames", _), ("items", _):
      return []
    default: return ["\(path): unknown keyword \(keyword)"]
    }
  }

  private static func matches(_ value: JSONValue, type: JSONValue) -> Bool {
    switch (type, value) {
    case ("string", .string), ("integer", .integer), ("number", .integer), ("number", .number),
      ("boolean", .boolean), ("array", .array), ("object", .object):
      true
    default: false
    }
  }
}
