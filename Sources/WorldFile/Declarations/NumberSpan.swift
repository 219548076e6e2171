import PBXModel

/// An extension's number, or a run of them: `8001-8010`.
struct NumberSpan: Hashable, Sendable {
  /// As many as a world may have.
  static let countLimit = 100_000

  var first: String
  var count: Int

  /// Reads a number, or two of the same length with `-` between them; nil for anything else.
  init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard ends.count <= 2, ends.allSatisfy(Self.isNumber), let first = ends.first else {
      return nil
    }
    self.init(first: first, count: 1)
    if let last = ends.dropFirst().first {
      guard last.utf8.count == first.utf8.count, let lower = Int(first), let upper = Int(last),
        lower <= upper, upper - lower < Self.countLimit
      else { return nil }
      count = upper - lower + 1
    }
  }

  init(first: String, count: Int) {
    self.first = first
    self.count = count
  }

  /// All of them, in order.
  var numbers: [String] {
    guard count > 1, let lower = Int(first) else { return [first] }
    return (lower..<lower + count).map { Self.padded($0, to: first.utf8.count) }
  }

  /// Whether a number is the one behind these.
  func isFollowed(by number: String) -> Bool {
    guard number.utf8.count == first.utf8.count, let lower = Int(first), let next = Int(number)
    else { return false }
    return next - lower == count
  }

  var text: String { count == 1 ? first : "\(first)-\(numbers.last ?? first)" }

  static func isNumber(_ text: String) -> Bool {
    (1...20).contains(text.utf8.count) && text.utf8.allSatisfy(PhoneKey.isDigit)
  }

  /// What a single number is to a validator: YAML takes most for whole numbers.
  static let numberSchema: JSONObject = [
    "type": ["string", "integer"], "pattern": "^[0-9]{1,20}$", "minimum": 0,
  ]

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension ValueForm where Value == NumberSpan {
  static var numbers: ValueForm {
    .scalar(
      "a number such as `8001`, or a run such as `8001-8010`, the lower one first, both of one "
        + "length, \(NumberSpan.countLimit) at most",
      schema: [
        "type": ["string", "integer"], "pattern": "^[0-9]{1,20}(-[0-9]{1,20})?$", "minimum": 0,
      ],
      parse: { NumberSpan($0) }, write: { .text($0.text) })
  }
}

extension ValueForm where Value == ClosedRange<Int> {
  /// A run of numbers from 1 on.
  static var spaces: ValueForm {
    .scalar(
      "a run of numbers such as `701-720`",
      schema: ["type": ["string", "integer"], "pattern": "^[0-9]{1,9}(-[0-9]{1,9})?$"],
      parse: { text in
        guard text.utf8.count <= 19, let span = NumberSpan(text), let first = Int(span.first),
          first > 0, span.count <= 10_000
        else { return nil }
        return first...(first + span.count - 1)
      },
      write: { range in
        .text(NumberSpan(first: String(range.lowerBound), count: range.count).text)
      })
  }
}
