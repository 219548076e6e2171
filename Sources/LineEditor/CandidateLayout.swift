/// How a list of candidates is shown above the line: few with their summaries, else in columns.
struct CandidateLayout {
  /// Up to this many get a row each.
  static let describedCount = 12

  var columns: Int

  func text(_ candidates: [CandidateList.Candidate]) -> String {
    let widest = candidates.map { TextWidth.columns(of: $0.text) }.max() ?? 0
    // A summary that all share tells nothing.
    let isTelling = Set(candidates.map(\.summary)).count > 1 || candidates.count == 1
    if isTelling && candidates.count <= Self.describedCount {
      return candidates.map { described($0, widest: widest) }.joined(separator: "\n")
    }
    let perRow = max(1, columns / (widest + 2))
    let rowCount = (candidates.count + perRow - 1) / perRow
    return (0..<rowCount).map { row in
      stride(from: row, to: candidates.count, by: rowCount)
        .map { padded(candidates[$0].text, to: widest + 2) }
        .joined()
        .trimmingSpaces()
    }.joined(separator: "\n")
  }

  private func described(_ candidate: CandidateList.Candidate, widest: Int) -> String {
    guard !candidate.summary.isEmpty else { return "  " + candidate.text }
    let row = "  " + padded(candidate.text, to: widest + 2) + candidate.summary
    // The last column stays free, or the terminal would wrap.
    return TextWidth.prefix(of: row, columns: columns - 1)
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TextWidth.columns(of: text)))
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
