/// A regular expression, matched in a time linear in the text: no back references, no backtracking.
///
/// Known: `.`, `[a-z]`, `[^…]`, `\d \w \s \D \W \S`, `^`, `$`, groups, `|`, `* + ? {n} {n,m}`.
package struct TextPattern: Sendable {
  /// Why a text is no pattern.
  package struct Malformed: Error, Hashable {
    package var reason: String
  }

  /// A step of the automaton.
  indirect enum Step: Sendable {
    case match(ScalarSet)
    case atStart
    case atEnd
    case jump(Int)
    /// Goes on at both.
    case split(Int, Int)
    case accept
  }

  let steps: [Step]

  package init(_ pattern: String) throws(Malformed) {
    var parser = TextPatternParser(pattern)
    steps = try parser.parse()
  }

  /// Whether the pattern matches some part of the text.
  package func isFound(in text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var current = StepSet(count: steps.count)
    var next = StepSet(count: steps.count)
    for position in 0...scalars.count {
      if add(0, to: &current, at: position, of: scalars.count) { return true }
      guard position < scalars.count else { break }
      next.removeAll()
      for index in current.members {
        if case .match(let set) = steps[index], set.contains(scalars[position]),
          add(index + 1, to: &next, at: position + 1, of: scalars.count)
        {
          return true
        }
      }
      swap(&current, &next)
    }
    return false
  }

  /// Adds a step and all that it leads to without reading; true where the pattern is complete.
  private func add(_ start: Int, to set: inout StepSet, at position: Int, of end: Int) -> Bool {
    var pending = [start]
    while let index = pending.popLast() {
      guard set.insert(index) else { continue }
      switch steps[index] {
      case .match: break
      case .atStart: if position == 0 { pending.append(index + 1) }
      case .atEnd: if position == end { pending.append(index + 1) }
      case .jump(let target): pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .accept: return true
      }
    }
    return false
  }
}

/// The steps that an automaton is in, each once.
struct StepSet {
  private(set) var members: [Int] = []
  private var isMember: [Bool]

  init(count: Int) {
    isMember = Array(repeating: false, count: count)
  }

  mutating func insert(_ step: Int) -> Bool {
    if isMember[step] { return false }
    isMember[step] = true
    members.append(step)
    return true
  }

  mutating func removeAll() {
    for step in members { isMember[step] = false }
    members.removeAll(keepingCapacity: true)
  }
}

/// A set of characters of a pattern.
struct ScalarSet: Sendable {
  var ranges: [ClosedRange<UInt32>]
  var isInverted = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != isInverted
  }
}
