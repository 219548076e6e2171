/// The words of the language; each is one only where the grammar has a place for it.
package enum Keyword: String, Hashable, Sendable, CaseIterable {
  // Statements.
  case `break`, check, `continue`, `else`, expect, `for`, `if`, `let`, log, param, `repeat`, setup
  case teardown, test, wait, `while`
  // Operators and constants.
  case and, contains, endswith, `false`, `in`, `is`, matches, not, null, or, startswith, `true`
  // Clauses.
  case cdr, every, of, timeout, until, `where`, within
  // Words of other languages that are read as `else if` once reported.
  case elif, elseif, elsif

  /// Whether a statement can begin with the word.
  var startsStatement: Bool {
    switch self {
    case .break, .check, .continue, .else, .expect, .for, .if, .let, .log, .param, .repeat, .setup,
      .teardown, .test, .wait, .while, .elif, .elseif, .elsif:
      true
    case .and, .contains, .endswith, .false, .in, .is, .matches, .not, .null, .or, .startswith,
      .true, .cdr, .every, .of, .timeout, .until, .where, .within:
      false
    }
  }

  /// Whether the word goes on with an expression that stands before it, so begins no operand.
  var continuesExpression: Bool {
    switch self {
    case .and, .or, .in, .is, .contains, .startswith, .endswith, .matches, .not, .every, .for,
      .within, .where, .of, .timeout, .else:
      true
    case .break, .check, .continue, .expect, .if, .let, .log, .param, .repeat, .setup, .teardown,
      .test, .wait, .while, .false, .null, .true, .cdr, .until, .elif, .elseif, .elsif:
      false
    }
  }
}

/// Finds the keyword that some bytes spell, without making a string of them.
struct KeywordTable: Sendable {
  private struct Entry: Sendable {
    var prefix: UInt64
    var length: Int
    var keyword: Keyword
  }
  /// By first letter, `a` to `z`.
  private let entries: [[Entry]]

  /// The one table of every keyword.
  static let shared = KeywordTable()

  private init() {
    var entries = [[Entry]](repeating: [], count: 26)
    for keyword in Keyword.allCases {
      let letters = Array(keyword.rawValue.utf8)
      var prefix: UInt64 = 0
      for letter in letters.prefix(8) { prefix = prefix << 8 | UInt64(letter) }
      entries[Int(letters[0] - UInt8(ascii: "a"))].append(
        Entry(prefix: prefix, length: letters.count, keyword: keyword))
    }
    self.entries = entries
  }

  /// The keyword whose first eight bytes, packed with the first one highest, and length are given.
  func keyword(prefix: UInt64, length: Int, first: UInt8) -> Keyword? {
    guard first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return nil }
    for entry in entries[Int(first - UInt8(ascii: "a"))]
    where entry.prefix == prefix && entry.length == length {
      return entry.keyword
    }
    return nil
  }
}
