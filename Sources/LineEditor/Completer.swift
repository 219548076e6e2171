/// Answers what could stand at the cursor; called on the editor's thread, so it must not wait.
package typealias Completer = @Sendable (_ request: CompletionRequest) -> CandidateList

/// The line as typed so far, in Unicode scalars, which is how libedit counts.
package struct CompletionRequest: Sendable {
  package var line: [Unicode.Scalar]
  /// How many scalars stand before the cursor.
  package var cursor: Int

  package init(line: [Unicode.Scalar], cursor: Int) {
    self.line = line
    self.cursor = cursor
  }
}

/// What could replace the text just before the cursor.
package struct CandidateList: Hashable, Sendable {
  package struct Candidate: Hashable, Sendable {
    package var text: String
    /// What follows when it is the only candidate: a space, an opening bracket, or nothing.
    package var suffix: String
    /// A few words shown beside it.
    package var summary: String

    package init(text: String, suffix: String, summary: String) {
      self.text = text
      self.suffix = suffix
      self.summary = summary
    }
  }

  /// How many scalars before the cursor a candidate replaces.
  package var replacedCount: Int
  package var candidates: [Candidate]

  package init(replacedCount: Int, candidates: [Candidate]) {
    self.replacedCount = replacedCount
    self.candidates = candidates
  }

  package static let empty = CandidateList(replacedCount: 0, candidates: [])

  /// What all candidates begin with; the whole of a single one, with its suffix.
  var commonText: [Unicode.Scalar] {
    guard let first = candidates.first else { return [] }
    if candidates.count == 1 { return Array((first.text + first.suffix).unicodeScalars) }
    var common = Array(first.text.unicodeScalars)
    for candidate in candidates.dropFirst() {
      common = zip(common, candidate.text.unicodeScalars).prefix { $0 == $1 }.map(\.0)
    }
    return common
  }
}
