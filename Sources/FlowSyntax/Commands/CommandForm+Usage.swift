extension CommandForm {
  /// The form as the manual writes it behind its verb: `transfer blind [EXTENSION ->] DEST`.
  ///
  /// Operands stand in capitals, what may be left out in `[ ]`, words to choose from with `|`.
  package func usage(verb: String) -> String {
    let parts = elements.map(Self.usage) + options.map(Self.usage)
    return ([verb] + parts).joined(separator: " ")
  }

  private static func usage(_ element: Element) -> String {
    switch element {
    case .word(let word): word
    case .operand(let slot): slot.usage
    case .optionalOperand(let slot): "[\(slot.usage)]"
    case .actor(let slot): "[\(slot.usage) ->]"
    case .arrow: "->"
    }
  }

  private static func usage(_ option: Option) -> String {
    "[\(option.word) \(option.slot.usage)]"
  }
}

extension OperandSlot {
  /// A line has room for no more words; the others stand in the manual's text.
  private static let wordLimit = 8

  /// The slot as a usage line names it, with the words that can stand there.
  fileprivate var usage: String {
    let operand = name.uppercased().replacing("-", with: "_")
    return words.isEmpty || words.count > Self.wordLimit
      ? operand : ([operand] + words).joined(separator: "|")
  }
}

extension CommandSignature {
  /// One line for each way to write the command.
  package var usage: [String] {
    forms.map { $0.usage(verb: verb) }
  }
}
