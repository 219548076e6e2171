package import FlowDiagnostics

/// One text that could stand at the cursor.
package struct Completion: Hashable, Sendable {
  /// What it is, for the sign or colour that an editor shows.
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// The first word of a command.
    case command
    /// A word that begins a statement or a clause.
    case keyword
    /// A word of a command's form.
    case word
    /// A word before an option's operand.
    case option
    /// `answered`, `idle`: what a party can be.
    case state
    case variable
    /// What stands behind the point of a record.
    case field
    case function
    /// A function's parameter, with its colon.
    case label
    /// A number or a name that the PBX knows.
    case number
    /// `and`, `contains`, `->`.
    case `operator`
  }

  package var text: String
  /// A few words, empty where there is nothing to say.
  package var summary: String
  package var kind: Kind
  /// What of the source it replaces; ends at the cursor.
  package var range: SourceRange

  package init(text: String, summary: String, kind: Kind, range: SourceRange) {
    self.text = text
    self.summary = summary
    self.kind = kind
    self.range = range
  }
}
