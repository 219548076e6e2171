/// The commands a parser knows, by verb.
package struct CommandTable: Sendable {
  /// In the order of their verbs.
  package let signatures: [CommandSignature]
  private let indices: [String: Int]

  package init(_ signatures: [CommandSignature]) {
    self.signatures = signatures.sorted { $0.verb < $1.verb }
    self.indices = Dictionary(
      uniqueKeysWithValues: self.signatures.enumerated().map { ($1.verb, $0) })
  }

  package subscript(verb: String) -> CommandSignature? {
    indices[verb].map { signatures[$0] }
  }
}
