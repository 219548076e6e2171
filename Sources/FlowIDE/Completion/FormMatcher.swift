import FlowSyntax

/// Finds what can follow in a command, over all its forms that fit what stands there.
struct FormMatcher {
  typealias Lexeme = StatementPrefix.Lexeme

  private(set) var expected: [Expected] = []
  private let form: CommandForm

  /// What can stand behind the given tokens, which follow the command's verb.
  static func expected(
    after lexemes: ArraySlice<Lexeme>, in signature: CommandSignature
  )
    -> [Expected]
  {
    var found: [Expected] = []
    for form in signature.forms {
      var matcher = FormMatcher(form)
      matcher.walk(form.elements[...], lexemes)
      found += matcher.expected.filter { !found.contains($0) }
    }
    return found
  }

  private init(_ form: CommandForm) {
    self.form = form
  }

  private mutating func walk(
    _ elements: ArraySlice<CommandForm.Element>, _ rest: ArraySlice<Lexeme>
  ) {
    guard let element = elements.first else { return walkOptions(rest, used: []) }
    let following = elements.dropFirst()
    switch element {
    case .word(let word):
      if rest.isEmpty {
        add(.word(word, summary: form.summary))
      } else if rest.first?.text == word {
        walk(following, rest.dropFirst())
      }
    case .operand(let slot):
      walkOperand(slot, following, rest)
    case .optionalOperand(let slot):
      walkOperand(slot, following, rest)
      walk(following, rest)
    case .actor(let slot):
      walkOperand(slot, [.arrow] + following, rest)
      walk(following, rest)
    case .arrow:
      if rest.isEmpty {
        add(.arrow)
      } else if rest.first?.kind == .arrow {
        walk(following, rest.dropFirst())
      }
    }
  }

  private mutating func walkOperand(
    _ slot: OperandSlot, _ following: ArraySlice<CommandForm.Element>,
    _ rest: ArraySlice<Lexeme>
  ) {
    if rest.isEmpty {
      add(.operand(slot))
    } else if let length = Self.operandLength(rest) {
      walk(following, rest.dropFirst(length))
    }
  }

  private mutating func walkOptions(_ rest: ArraySlice<Lexeme>, used: Set<String>) {
    guard let word = rest.first?.text else {
      for option in form.options where !used.contains(option.word) {
        add(.option(option.word, summary: form.summary))
      }
      return
    }
    guard let option = form.options.first(where: { $0.word == word && !used.contains(word) })
    else { return }
    let operand = rest.dropFirst()
    if operand.isEmpty {
      add(.operand(option.slot))
    } else if let length = Self.operandLength(operand) {
      walkOptions(operand.dropFirst(length), used: used.union([word]))
    }
  }

  private mutating func add(_ item: Expected) {
    if !expected.contains(item) { expected.append(item) }
  }

  /// How many tokens the operand has that begins there; nil where none does or it is not closed.
  private static func operandLength(_ lexemes: ArraySlice<Lexeme>) -> Int? {
    guard let first = lexemes.first else { return nil }
    switch first.kind {
    case .leftParenthesis:
      return closedLength(lexemes)
    case .name:
      var length = 1
      while let next = lexemes.dropFirst(length).first {
        if next.kind == .dot {
          length += 2
        } else if next.kind == .leftBracket {
          guard let inner = closedLength(lexemes.dropFirst(length)) else { return nil }
          length += inner
        } else {
          break
        }
      }
      return length <= lexemes.count ? length : nil
    default:
      return first.endsOperand ? 1 : nil
    }
  }

  /// The tokens from an opening bracket to the closing one.
  private static func closedLength(_ lexemes: ArraySlice<Lexeme>) -> Int? {
    var depth = 0
    for (index, lexeme) in lexemes.enumerated() {
      switch lexeme.kind {
      case .leftParenthesis, .leftBracket: depth += 1
      case .rightParenthesis, .rightBracket: depth -= 1
      default: break
      }
      if depth == 0 { return index + 1 }
    }
    return nil
  }
}
