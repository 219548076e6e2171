/// A prompt in the form that libedit wants: colours fenced, so that they take no room.
struct PromptText {
  /// Fences what is sent to the terminal but takes no column.
  static let fence: Unicode.Scalar = "\u{1}"

  /// With fences, without the final zero.
  let fenced: [Unicode.Scalar]
  /// What is seen of it.
  let visible: [Unicode.Scalar]
  var visibleText: String { String(String.UnicodeScalarView(visible)) }

  /// Reads a prompt that may hold `ESC [ … m` sequences.
  init(_ text: String) {
    var fenced: [Unicode.Scalar] = []
    var visible: [Unicode.Scalar] = []
    var isInSequence = false
    for scalar in text.unicodeScalars where scalar != Self.fence {
      if isInSequence {
        fenced.append(scalar)
        guard ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) else { continue }
        fenced.append(Self.fence)
        isInSequence = false
      } else if scalar == "\u{1b}" {
        fenced += [Self.fence, scalar]
        isInSequence = true
      } else {
        fenced.append(scalar)
        visible.append(scalar)
      }
    }
    if isInSequence { fenced.append(Self.fence) }
    self.fenced = fenced
    self.visible = visible
  }
}
