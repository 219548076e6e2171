package import YAMLReading

/// Why settings cannot be used, in words that say what to do.
package struct SettingsError: Error, Hashable, Sendable {
  /// Whose fault it is.
  package enum Kind: Hashable, Sendable {
    /// A file is wrong.
    case file
    /// An option or a variable of the environment is wrong.
    case invocation
    /// Others than its owner can read a file with secrets.
    case exposedSecrets
  }

  package var kind: Kind
  /// Lower case, no final stop, names in backquotes; never a secret.
  package var message: String
  /// Where it stands in a file, nil for what stands in none.
  package var place: FilePlace?
  /// What to do about it.
  package var advice: [String]

  package init(
    _ kind: Kind, _ message: String, at place: FilePlace? = nil, advice: [String] = []
  ) {
    self.kind = kind
    self.message = message
    self.place = place
    self.advice = advice
  }

  /// The place, as diagnostics of scripts show it, and the advice.
  package var notes: [String] {
    (place.map { ["--> \($0)"] } ?? []) + advice
  }

  /// Tells which word was meant, or else which there are.
  static func advice(
    for word: String, among known: [String], called title: String, closest: Speller
  ) -> [String] {
    if let meant = closest(word, known) { return ["did you mean `\(meant)`?"] }
    return [title + ": " + known.map { "`\($0)`" }.joined(separator: ", ")]
  }
}
