import PBXModel
import YAMLReading

extension ValueForm {
  /// A list.
  static func list<Element: Sendable>(
    of form: ValueForm<Element>, example: Written? = nil
  ) -> ValueForm where Value == [Element] {
    let name = "a list, each \(form.name)"
    return ValueForm(
      name: name, schema: ["type": "array", "items": .object(form.schema)], rows: form.rows,
      example: example,
      read: { part, reader in
        guard let elements = part.elements else {
          reader.report(.notAList(expecting: name, at: reader.range(of: part)))
          return nil
        }
        return elements.compactMap { element in
          guard !element.isNull else {
            reader.report(.missingElement(expecting: form.name, at: reader.range(of: element)))
            return nil
          }
          return form.read(element, &reader)
        }
      },
      write: { .list($0.map(form.write)) })
  }

  /// A map whose keys are data; `isKey` answers whether a text is one.
  static func map<Element: Sendable>(
    from key: String, matching pattern: String, to form: ValueForm<Element>,
    isKey: @escaping @Sendable (String) -> Bool
  ) -> ValueForm where Value == [String: Element] {
    let name = "a map, from \(key) to \(form.name)"
    return ValueForm(
      name: name,
      schema: [
        "type": "object", "propertyNames": .object(["pattern": .string(pattern)]),
        "additionalProperties": .object(form.schema),
      ],
      read: { part, reader in
        guard let members = reader.members(of: part, called: name) else { return nil }
        var values: [String: Element] = [:]
        for member in members {
          if isKey(member.key) {
            values[member.key] = form.read(member.value, &reader)
          } else {
            reader.report(
              .wrongValue(member.key, expecting: key, at: reader.range(of: member)))
          }
        }
        return values
      },
      write: { values in
        .map(
          values.sorted { $0.key < $1.key }.map { key, value in
            Written.Entry(key: key, value: form.write(value), comment: "", example: nil)
          })
      })
  }

  /// A map from what is pressed on a phone.
  static func keys<Element: Sendable>(
    to form: ValueForm<Element>
  ) -> ValueForm where Value == [String: Element] {
    .map(from: "keys of the phone", matching: "^[0-9*#]{1,20}$", to: form) { text in
      (1...20).contains(text.utf8.count) && text.utf8.allSatisfy(PhoneKey.isOnPhone)
    }
  }
}

/// The keys of a phone.
enum PhoneKey {
  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isOnPhone(_ byte: UInt8) -> Bool { isDigit(byte) || "*#".utf8.contains(byte) }
}
