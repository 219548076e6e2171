import PBXModel
import PBXSimulator

extension Section where Subject == Trunk {
  static let trunks = Section(
    name: "a trunk", blank: Trunk(name: ""),
    fields: [
      Field("name", \.name, .word.naming(.trunk), isRequired: true, "How it is called"),
      Field(
        "channels", \.channelLimit, .optional(.number(in: 1...100_000), orWord: "unlimited"),
        "So many calls at a time, either way; a further one fails. The list of trunks goes on to "
          + "show `1 of inf`, as on an Asterisk"),
      Field(
        "reachable", \.isReachable, .flag,
        "Whether the carrier answers; no call goes either way over one that does not"),
      Field("address", \.serverIp, .word, "The carrier's address, as the list of trunks shows it"),
      Field("port", \.serverPort, .number(in: 1...65_535), "The carrier's port"),
    ],
    example: Trunk(name: "carrier", channelLimit: 30))
}

/// A pattern before it is read.
struct PatternDraft: Sendable {
  var text = ""
  var trunk = ""
  var strip = 0
  var prefix = ""
}

extension Section where Subject == PatternDraft {
  static let patterns = Section(
    name: "a pattern", blank: PatternDraft(),
    fields: [
      Field(
        "pattern", \.text, .pattern, isRequired: true,
        "Numbers: `X` is 0 to 9, `Z` 1 to 9, `N` 2 to 9, `[13-5]` one of those, a final `.` one "
          + "or more of anything"),
      Field(
        "trunk", \.trunk, .word.referring(to: .trunk), isRequired: true,
        "The trunk that they go out over"),
      Field(
        "strip", \.strip, .number(in: 0...20),
        "So many keys at the front are not sent; scripts name the party with them or without"),
      Field("prefix", \.prefix, .prefix, "What is sent in front"),
    ],
    example: PatternDraft(text: "0XXXXX.", trunk: "carrier", strip: 1))
}

extension ValueForm where Value == String {
  /// A pattern that can be read.
  fileprivate static var pattern: ValueForm {
    .scalar(
      "a pattern such as `9XXXXX.`",
      schema: ["type": ["string", "integer"], "pattern": "^[0-9XZN+*#\\[\\]-]+\\.?$"],
      parse: { DialPattern($0, trunk: "") == nil ? nil : $0 }, write: Written.text)
  }
}

extension ValueForm where Value == [DialPattern] {
  static var patterns: ValueForm {
    Section<PatternDraft>.patterns.listForm.converted(
      from: { drafts, _, _ in
        drafts.compactMap { draft in
          DialPattern(draft.text, trunk: draft.trunk, strip: draft.strip, prefix: draft.prefix)
        }
      },
      to: { patterns in
        patterns.map { pattern in
          PatternDraft(
            text: pattern.text, trunk: pattern.trunk, strip: pattern.strip, prefix: pattern.prefix)
        }
      })
  }
}
