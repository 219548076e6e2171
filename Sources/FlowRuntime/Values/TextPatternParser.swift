/// Turns a pattern into the steps of an automaton.
struct TextPatternParser {
  private enum Node {
    indirect case sequence([Node])
    indirect case either([Node])
    indirect case repeated(Node, least: Int, most: Int?)
    case match(ScalarSet)
    case atStart
    case atEnd
  }

  /// More would make matching slow without being of use.
  private static let stepLimit = 10_000
  /// Of parts written out, those of no step included: `(){1000}` in itself some times over.
  private static let partLimit = 4 * stepLimit
  private static let depthLimit = 100

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private var partCount = 0

  init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
  }

  mutating func parse() throws(TextPattern.Malformed) -> [TextPattern.Step] {
    if scalars.count > Self.partLimit { throw malformed("it is too large") }
    let node = try parseAlternatives()
    if index < scalars.count { throw malformed("a `)` has no `(`") }
    var steps: [TextPattern.Step] = []
    try emit(node, into: &steps)
    steps.append(.accept)
    return steps
  }

  private func malformed(_ reason: String) -> TextPattern.Malformed {
    TextPattern.Malformed(reason: reason)
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func parseAlternatives() throws(TextPattern.Malformed) -> Node {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { throw malformed("it is nested too deep") }
    var nodes = [try parseSequence()]
    while accept("|") { nodes.append(try parseSequence()) }
    return nodes.count == 1 ? nodes[0] : .either(nodes)
  }

  private mutating func parseSequence() throws(TextPattern.Malformed) -> Node {
    var nodes: [Node] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      nodes.append(try parseRepetition(of: try parseAtom()))
    }
    return .sequence(nodes)
  }

  /// Reads one `*`, `+`, `?` or count.
  ///
  /// A `?` behind it asks for the shortest match, which is a match too. Another one is refused, so
  /// that nodes nest no deeper than groups.
  private mutating func parseRepetition(of atom: Node) throws(TextPattern.Malformed) -> Node {
    let node: Node
    switch next {
    case "*": node = .repeated(atom, least: 0, most: nil)
    case "+": node = .repeated(atom, least: 1, most: nil)
    case "?": node = .repeated(atom, least: 0, most: 1)
    case "{":
      index += 1
      return try endRepetition(parseCount(of: atom))
    default: return atom
    }
    index += 1
    return try endRepetition(node)
  }

  private mutating func endRepetition(_ node: Node) throws(TextPattern.Malformed) -> Node {
    _ = accept("?")
    switch next {
    case "*", "+", "?", "{": throw malformed("what repeats is repeated: put it into `()`")
    default: return node
    }
  }

  private mutating func parseCount(of node: Node) throws(TextPattern.Malformed) -> Node {
    guard let least = parseNumber() else { throw malformed("a number is expected after `{`") }
    var most: Int? = least
    if accept(",") { most = parseNumber() }
    guard accept("}") else { throw malformed("a `{` has no `}`") }
    guard least <= 1000, (most ?? 0) <= 1000, most.map({ $0 >= least }) ?? true else {
      throw malformed("a count is at most 1000, and rises")
    }
    return .repeated(node, least: least, most: most)
  }

  private mutating func parseNumber() -> Int? {
    var digits = ""
    while let scalar = next, scalar.isASCII, scalar.properties.numericType != nil {
      digits.unicodeScalars.append(scalar)
      index += 1
    }
    return Int(digits)
  }

  private mutating func parseAtom() throws(TextPattern.Malformed) -> Node {
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case ".": return .match(ScalarSet(ranges: [0x0A...0x0A], isInverted: true))
    case "^": return .atStart
    case "$": return .atEnd
    case "[": return .match(try parseClass())
    case "\\": return .match(try parseEscape())
    case "(":
      if accept("?"), !accept(":") { throw malformed("only `(?:` groups are known") }
      let node = try parseAlternatives()
      guard accept(")") else { throw malformed("a `(` has no `)`") }
      return node
    case "*", "+", "?", "{": throw malformed("`\(scalar)` has nothing to repeat")
    default: return .match(ScalarSet(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func parseEscape() throws(TextPattern.Malformed) -> ScalarSet {
    guard let scalar = next else { throw malformed("a `\\` ends it") }
    index += 1
    switch scalar {
    case "d": return ScalarSet(ranges: Self.digits)
    case "D": return ScalarSet(ranges: Self.digits, isInverted: true)
    case "w": return ScalarSet(ranges: Self.word)
    case "W": return ScalarSet(ranges: Self.word, isInverted: true)
    case "s": return ScalarSet(ranges: Self.space)
    case "S": return ScalarSet(ranges: Self.space, isInverted: true)
    case "n": return ScalarSet(ranges: [0x0A...0x0A])
    case "r": return ScalarSet(ranges: [0x0D...0x0D])
    case "t": return ScalarSet(ranges: [0x09...0x09])
    default:
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        throw malformed("`\\\(scalar)` is not known")
      }
      return ScalarSet(ranges: [scalar.value...scalar.value])
    }
  }

  private static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
  private static let word: [ClosedRange<UInt32>] = [
    0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xAA...0x10FFFF,
  ]
  private static let space: [ClosedRange<UInt32>] = [0x09...0x0D, 0x20...0x20]

  private mutating func parseClass() throws(TextPattern.Malformed) -> ScalarSet {
    var set = ScalarSet(ranges: [], isInverted: accept("^"))
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      index += 1
      if scalar == "\\" {
        let escape = try parseEscape()
        if escape.isInverted { throw malformed("`\\D`, `\\W`, `\\S` cannot stand in `[]`") }
        set.ranges += escape.ranges
        continue
      }
      var last = scalar
      if next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
        last = scalars[index + 1]
        index += 2
      }
      guard scalar <= last else { throw malformed("a range in `[]` falls") }
      set.ranges.append(scalar.value...last.value)
    }
    guard accept("]") else { throw malformed("a `[` has no `]`") }
    return set
  }

  private mutating func emit(
    _ node: Node, into steps: inout [TextPattern.Step]
  ) throws(TextPattern.Malformed) {
    partCount += 1
    if steps.count > Self.stepLimit || partCount > Self.partLimit {
      throw malformed("it is too large")
    }
    switch node {
    case .match(let set): steps.append(.match(set))
    case .atStart: steps.append(.atStart)
    case .atEnd: steps.append(.atEnd)
    case .sequence(let nodes):
      for node in nodes { try emit(node, into: &steps) }
    case .either(let nodes):
      try emitAlternatives(nodes, into: &steps)
    case .repeated(let node, let least, let most):
      for _ in 0..<least { try emit(node, into: &steps) }
      guard let most else {
        let split = steps.count
        steps.append(.accept)
        try emit(node, into: &steps)
        steps.append(.jump(split))
        steps[split] = .split(split + 1, steps.count)
        return
      }
      for _ in least..<most {
        let split = steps.count
        steps.append(.accept)
        try emit(node, into: &steps)
        steps[split] = .split(split + 1, steps.count)
      }
    }
  }

  /// Each but the last behind a split that leads past it, and before a jump to the end.
  private mutating func emitAlternatives(
    _ nodes: [Node], into steps: inout [TextPattern.Step]
  ) throws(TextPattern.Malformed) {
    var jumps: [Int] = []
    for node in nodes.dropLast() {
      let split = steps.count
      steps.append(.accept)
      try emit(node, into: &steps)
      jumps.append(steps.count)
      steps.append(.accept)
      steps[split] = .split(split + 1, steps.count)
    }
    if let last = nodes.last { try emit(last, into: &steps) }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }
}
