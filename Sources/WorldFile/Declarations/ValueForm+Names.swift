import PBXModel

extension ValueForm where Value == String {
  /// The name that something gets, which nothing else of its kind may have.
  func naming(_ kind: NameKind) -> ValueForm {
    converted(
      from: { name, part, reader in
        reader.define([name], as: kind, at: part)
        return name
      }, to: { $0 })
  }

  /// The name of something that must be there.
  func referring(to kind: NameKind) -> ValueForm {
    converted(
      from: { name, part, reader in
        reader.refer(to: name, as: kind, at: part)
        return name
      }, to: { $0 })
  }

  /// Where a call is sent.
  static var destination: ValueForm {
    let name = "a number or `CONTEXT,EXTEN,PRIORITY`"
    return ValueForm(
      name: name,
      schema: ["type": ["string", "integer"], "pattern": "^[^ ]+$", "minimum": 0],
      read: { part, reader in
        guard let text = reader.text(of: part, expecting: name) else { return nil }
        reader.send(to: text, at: part)
        return text
      },
      write: Written.text)
  }
}
