/// What is wrong with a script, where, and what to write instead; a value, worded but not laid out.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: Hashable, Sendable {
    case error
    case warning
  }

  /// A further remark, with a place of its own where that helps.
  package struct Note: Hashable, Sendable {
    package var message: String
    package var range: SourceRange?

    package init(_ message: String, at range: SourceRange? = nil) {
      self.message = MessageText.shortened(message)
      self.range = range
    }
  }

  /// A change of the text that would mend the matter.
  package struct FixIt: Hashable, Sendable {
    package var message: String
    package var range: SourceRange
    package var replacement: String

    package init(_ message: String, replace range: SourceRange, with replacement: String) {
      self.message = MessageText.shortened(message)
      self.range = range
      self.replacement = replacement
    }
  }

  /// The stable code, such as `E0104`; wording may change, a code's meaning never does.
  package var code: String
  package var severity: Severity
  /// Lower case, no final stop, names in backquotes; what they quote is cut where it is long.
  package var message: String
  package var range: SourceRange
  /// Stands behind the caret: what was expected or found there.
  package var label: String?
  package var notes: [Note]
  package var fixIts: [FixIt]

  package init(
    code: String, severity: Severity = .error, message: String, range: SourceRange,
    label: String? = nil, notes: [Note] = [], fixIts: [FixIt] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = MessageText.shortened(message)
    self.range = range
    self.label = label.map(MessageText.shortened)
    self.notes = notes
    self.fixIts = fixIts
  }
}
