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

  /// Whether a word is the verb of a command.
  package func hasVerb(_ verb: String) -> Bool { indices[verb] != nil }

  /// The forms of a command; none for a word that is no verb.
  func forms(of verb: String) -> [CommandForm]? {
    indices[verb].map { signatures[$0].forms }
  }
}
