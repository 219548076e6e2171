import PBXModel

extension ValueForm where Value == String {
  /// Any text.
  static var text: ValueForm {
    .scalar(
      "a text", schema: ["type": ["string", "number", "boolean"]], parse: { $0 },
      write: Written.text)
  }

  /// A word that can stand in a channel's name: letters, digits, `_`, `-` and `.`.
  static var word: ValueForm {
    .scalar(
      "a word of letters, digits, `_`, `-` and `.`",
      schema: ["type": ["string", "integer"], "pattern": "^[A-Za-z0-9_.-]{1,64}$"],
      parse: { text in
        let isWord = text.utf8.allSatisfy { byte in
          PhoneKey.isDigit(byte) || "_-.".utf8.contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        return isWord && (1...64).contains(text.utf8.count) ? text : nil
      }, write: Written.text)
  }

  /// A number that can be dialled.
  static var dialled: ValueForm {
    .scalar(
      "a number of at most 20 digits", schema: NumberSpan.numberSchema,
      parse: { NumberSpan.isNumber($0) ? $0 : nil }, write: Written.text)
  }

  /// What is sent in front of a number; it may be nothing.
  static var prefix: ValueForm {
    .scalar(
      "keys of a phone or `+`, in quotes where there are none",
      schema: ["type": ["string", "integer"], "pattern": "^[0-9*#+]{0,20}$"],
      parse: { text in
        let isPrefix = text.utf8.allSatisfy { PhoneKey.isOnPhone($0) || $0 == UInt8(ascii: "+") }
        return isPrefix && text.utf8.count <= 20 ? text : nil
      }, write: Written.text)
  }
}

extension ValueForm where Value == Int {
  /// A whole number.
  static func number(in range: ClosedRange<Int>, called name: String? = nil) -> ValueForm {
    .scalar(
      name ?? "a whole number from \(range.lowerBound) to \(range.upperBound)",
      schema: [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ],
      parse: { text in Int(text).flatMap { range.contains($0) ? $0 : nil } },
      write: { .value(.integer($0)) })
  }
}

extension ValueForm where Value == UInt64 {
  /// A seed, as options take it.
  static var seed: ValueForm {
    .scalar(
      "a whole number from 0 to \(UInt64.max)",
      schema: ["type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,20}$"],
      parse: { UInt64($0) }, write: { .text(String($0)) })
  }
}

extension ValueForm where Value == Bool {
  /// Yes or no.
  static var flag: ValueForm {
    .scalar(
      "`true` or `false`", schema: ["type": "boolean"],
      parse: { $0 == "true" ? true : $0 == "false" ? false : nil },
      write: { .value(.boolean($0)) })
  }
}

extension ValueForm where Value == Duration {
  /// A length of time, written as scripts write it.
  static var duration: ValueForm {
    .scalar(
      "a time such as `10s` or `1m30s`",
      schema: ["type": "string", "pattern": "^([0-9]+(\\.[0-9]+)?(h|m|s|ms))+$"],
      parse: { text in
        guard let nanoseconds = DurationText.parse(text),
          (0...longest.nanoseconds).contains(nanoseconds)
        else { return nil }
        return .nanoseconds(nanoseconds)
      },
      write: { .text(DurationText.format($0.nanoseconds)) })
  }

  /// A month: what is longer is a slip.
  private static var longest: Duration { .seconds(30 * 24 * 3600) }
}

extension ValueForm
where Value: RawRepresentable & CaseIterable & Equatable, Value.RawValue == String {
  /// One of a type's words.
  static var choice: ValueForm { .choice(of: Value.allCases.map { ($0.rawValue, $0) }) }
}

extension ValueForm where Value: Equatable {
  /// One of some words.
  static func choice(of choices: [(word: String, value: Value)]) -> ValueForm {
    let words = choices.map(\.word)
    let name = "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
    return ValueForm(
      name: name, schema: ["enum": .array(words.map(JSONValue.string))], words: words,
      read: { part, reader in
        guard let text = reader.text(of: part, expecting: name) else { return nil }
        if let choice = choices.first(where: { $0.word == text }) { return choice.value }
        reader.report(.wrongWord(text, known: words, at: reader.range(of: part)))
        return nil
      },
      write: { value in .text(choices.first { $0.value == value }?.word ?? words[0]) })
  }
}

extension ValueForm where Value == PBXTimeZone {
  static var zone: ValueForm {
    .scalar(
      "an offset from UTC such as `+08:00`",
      schema: ["type": "string", "pattern": "^(Z|[+-][0-9]{2}:[0-9]{2})$"],
      parse: { PBXTimeZone($0) }, write: { .text($0.description) })
  }
}

extension ValueForm where Value == LocalDateTime {
  static var moment: ValueForm {
    .scalar(
      "a moment such as `2026-01-05 09:00:00`",
      schema: [
        "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$",
      ],
      parse: { LocalDateTime($0) }, write: { .text($0.description) })
  }
}

extension ValueForm where Value == PhoneBehavior {
  /// What a phone does when it is called, written as scripts write it.
  static var behavior: ValueForm {
    .scalar(
      "`answers after 1s`, `answers`, `busy`, `rejects` or `ignores`",
      schema: [
        "type": "string",
        "pattern": "^(answers( after ([0-9]+(\\.[0-9]+)?(h|m|s|ms))+)?|busy|rejects|ignores)$",
      ],
      parse: BehaviorText.parse, write: { .text(BehaviorText.text(of: $0)) })
  }
}

/// What a phone does when it is called, in words.
private enum BehaviorText {
  @Sendable
  static func parse(_ text: String) -> PhoneBehavior? {
    let words = text.split(separator: " ")
    switch words.first {
    case "answers" where words.count == 1: return .answers(after: .zero)
    case "answers" where words.count == 3 && words[1] == "after":
      return DurationText.parse(String(words[2])).map { .answers(after: .nanoseconds($0)) }
    case "busy" where words.count == 1: return .busy
    case "rejects" where words.count == 1: return .rejects
    case "ignores" where words.count == 1: return .ignores
    default: return nil
    }
  }

  /// A phone that is offline says so by its contact, and would ring unanswered else.
  static func text(of behavior: PhoneBehavior) -> String {
    switch behavior {
    case .answers(.zero): "answers"
    case .answers(let delay): "answers after \(DurationText.format(delay.nanoseconds))"
    case .busy: "busy"
    case .rejects: "rejects"
    case .ignores, .offline, .online: "ignores"
    }
  }
}
