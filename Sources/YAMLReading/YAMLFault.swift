/// Why a text is no YAML, in words that say what to do.
package struct YAMLFault: Error, Hashable, Sendable {
  /// Lower case, no final stop, names in backquotes; it repeats no value, which may be a secret.
  package var message: String
  /// Nil where the whole file is meant.
  package var place: FilePlace?
  package var advice: [String]

  init(_ message: String, at place: FilePlace? = nil, advice: [String] = []) {
    self.message = message
    self.place = place
    self.advice = advice
  }
}
