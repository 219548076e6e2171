import FlowDiagnostics

/// How a problem of the check is told, wherever it stands.
struct CheckWording {
  /// What to write in the place of the problem.
  struct Replacement {
    var proposal: String
    var text: String

    /// A name that was perhaps meant; nil where there is none.
    static func meant(_ name: String?) -> Self? {
      name.map { Self(proposal: "did you mean `\($0)`?", text: $0) }
    }

    /// The text that should stand there; nil where that is not known.
    static func written(_ text: String?) -> Self? {
      text.map { Self(proposal: "write `\($0)`", text: $0) }
    }
  }

  var code: String
  var message: String
  var notes: [Diagnostic.Note]
  var replacement: Replacement?

  init(
    _ code: String, _ message: String, notes: [Diagnostic.Note] = [],
    replacement: Replacement? = nil
  ) {
    self.code = code
    self.message = message
    self.notes = notes
    self.replacement = replacement
  }
}
