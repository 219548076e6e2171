/// What parser, checker, completion, help and manual know of a command; data, no behaviour.
package struct CommandSignature: Sendable {
  /// The first word, such as `transfer`.
  package var verb: String
  /// One sentence.
  package var summary: String
  /// Further sentences for the manual, one paragraph each.
  package var discussion: [String]
  /// Every way to write it, in the order of the manual.
  package var forms: [CommandForm]
  /// The API operations behind it, such as `call/dial`; none for a lab command.
  package var operations: [String]
  /// Whether it stands in for the people at the phones.
  package var isLab: Bool
  /// Whole scripts that run on the simulator and pass; the manual's examples and tests alike.
  package var examples: [String]

  package init(
    verb: String, summary: String, discussion: [String] = [], forms: [CommandForm],
    operations: [String], isLab: Bool = false, examples: [String]
  ) {
    self.verb = verb
    self.summary = summary
    self.discussion = discussion
    self.forms = forms
    self.operations = operations
    self.isLab = isLab
    self.examples = examples
  }
}

/// One way to write a command: `transfer blind [extension ->] dest`.
package struct CommandForm: Sendable {
  package enum Element: Hashable, Sendable {
    /// A fixed word: `blind`, `hangs`.
    case word(String)
    case operand(OperandSlot)
    /// An operand that may be left out, only as the last element.
    case optionalOperand(OperandSlot)
    /// An operand and `->`, both or neither.
    case actor(OperandSlot)
    case arrow
  }

  /// A word and its operand, in any order behind the elements: `showing 4008001234`.
  package struct Option: Hashable, Sendable {
    package var word: String
    package var slot: OperandSlot

    package init(_ word: String, _ slot: OperandSlot) {
      self.word = word
      self.slot = slot
    }
  }

  /// Which form this is, for the command's behaviour: unique within the command.
  package var name: String
  package var elements: [Element]
  package var options: [Option]
  /// One sentence.
  package var summary: String

  package init(_ name: String, _ elements: [Element], options: [Option] = [], summary: String) {
    self.name = name
    self.elements = elements
    self.options = options
    self.summary = summary
  }
}

/// A place for an operand: what it is called and what may stand there.
package struct OperandSlot: Hashable, Sendable {
  /// The kind of thing an operand names, for checks and completion.
  package enum Kind: Hashable, Sendable {
    case count
    case duration
    case `extension`
    case ivr
    case number
    case queue
    case text
    case trunk
  }

  package var name: String
  package var kind: Kind
  /// Bare words that can stand here beside operands: `all`.
  package var words: [String]

  package init(_ name: String, _ kind: Kind, words: [String] = []) {
    self.name = name
    self.kind = kind
    self.words = words
  }
}
