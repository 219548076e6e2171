import PBXSimulator

/// An extension, or several in a row that are alike.
struct LineGroup: Sendable {
  var numbers: NumberSpan
  /// What they are, but for the number.
  var line: Line

  /// Its extensions, in order.
  var lines: [Line] {
    numbers.numbers.map { number in
      var line = line
      line.number = number
      return line
    }
  }

  /// Groups those that follow one another and differ in their number alone.
  static func groups(of lines: [Line]) -> [LineGroup] {
    var groups: [LineGroup] = []
    for line in lines {
      var common = line
      common.number = ""
      if let last = groups.last, last.line == common, last.numbers.isFollowed(by: line.number) {
        groups[groups.count - 1].numbers.count += 1
      } else {
        groups.append(LineGroup(numbers: NumberSpan(first: line.number, count: 1), line: common))
      }
    }
    return groups
  }
}

extension Section where Subject == LineGroup {
  static let extensions = Section(
    name: "an extension",
    blank: LineGroup(numbers: NumberSpan(first: "", count: 0), line: Line(number: "")),
    fields: [
      Field(
        "number", \.numbers, .numbers.naming(), isRequired: true,
        "The extension, or a run of them that are alike"),
      Field("name", \.line.name, .text, "The name that it shows beside its number"),
      Field("phone", \.line.behavior, .behavior, "What its phone does when it is called"),
      Field(
        "contact", \.line.contact, .choice,
        "Whether the PBX can reach the phone"),
      Field(
        "call-waiting", \.line.hasCallWaiting, .flag,
        "Whether it rings for another call during one"),
      Field(
        "call-limit", \.line.callLimit, .optional(.number(in: 1...1000), orWord: "unlimited"),
        "So many calls at a time; a further one finds it busy"),
      Field(
        "busy-at", \.line.busyAt, .optional(.number(in: 1...1000), orWord: "never"),
        "From that many calls on its state is `Busy`"),
      Field(
        "recording", \.line.recording, .choice,
        "Whether its calls are recorded; the called end counts more, and `*1` at an `onetouch` "
          + "phone begins and ends it where neither end says `force` or `never`"),
      Field(
        "mailbox", \.line.mailbox,
        .optional(.dialled.referring(to: .mailbox), orWord: "none"),
        "The mailbox that its unanswered calls go to"),
    ],
    example: LineGroup(
      numbers: NumberSpan(first: "8001", count: 10), line: Line(number: "", name: "Sales")))
}

extension ValueForm where Value == NumberSpan {
  /// Gives every number to an extension.
  fileprivate func naming() -> ValueForm {
    converted(
      from: { span, part, reader in
        guard reader.count(span.count, at: part) else { return nil }
        reader.define(span.numbers, as: .extension, at: part)
        return span
      }, to: { $0 })
  }
}

extension ValueForm where Value == [Line] {
  /// All extensions, in runs.
  static var lines: ValueForm {
    Section<LineGroup>.extensions.listForm.converted(
      from: { groups, _, _ in groups.flatMap(\.lines) }, to: LineGroup.groups)
  }
}
