import FlowDiagnostics
import YAMLReading

/// What reading a world file knows as it goes: the text, the names, and what is wrong.
struct WorldReader {
  /// More than anybody mends before trying again.
  private static let diagnosticLimit = 1000

  let source: SourceFile
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var names = NameTable()
  /// Where the parking spaces are given; nil where they are not.
  private(set) var parkingRange: SourceRange?
  /// So many extensions have been named.
  private var extensionCount = 0

  init(_ source: SourceFile) {
    self.source = source
  }

  mutating func report(_ problem: Diagnostic) {
    if diagnostics.count < Self.diagnosticLimit { diagnostics.append(problem) }
  }

  func range(of part: YAMLPart) -> SourceRange { source.extent(of: part.text, at: part.place) }

  func range(of member: YAMLPart.Member) -> SourceRange {
    source.extent(of: member.key, at: member.place)
  }

  /// Whether a key stands without a colon, as what follows a comma does in `{key: a,b}`.
  func isBare(_ member: YAMLPart.Member) -> Bool {
    let rest = source.bytes[range(of: member).end...].first { $0 != UInt8(ascii: " ") }
    return member.value.isNull && rest != UInt8(ascii: ":")
  }

  /// The text of a single value; nil, and reported, where it is none.
  mutating func text(of part: YAMLPart, expecting form: String) -> String? {
    if let text = part.text { return text }
    report(.notAValue(expecting: form, at: range(of: part)))
    return nil
  }

  /// The members of a map; nil, and reported, where it is none.
  mutating func members(of part: YAMLPart, called name: String) -> [YAMLPart.Member]? {
    do throws(YAMLFault) {
      if !part.isNull, let members = try part.entries() { return members }
      report(.notAMap(expecting: name, at: range(of: part)))
    } catch {
      report(.notYAML(error, in: source))
    }
    return nil
  }

  /// Takes names that are given to something; one that is taken is reported.
  mutating func define(_ given: [String], as kind: NameKind, at part: YAMLPart) {
    let range = range(of: part)
    for name in given {
      guard let earlier = names.define(name, as: kind, at: range) else { continue }
      report(.definedTwice(name, kind, earlier: earlier, at: range))
      // One of a run is enough.
      return
    }
  }

  /// Counts extensions; false, and reported, where there are too many.
  mutating func count(_ number: Int, at part: YAMLPart) -> Bool {
    extensionCount += number
    guard extensionCount > NumberSpan.countLimit else { return true }
    if extensionCount - number <= NumberSpan.countLimit {
      report(.tooManyExtensions(limit: NumberSpan.countLimit, at: range(of: part)))
    }
    return false
  }

  mutating func refer(to name: String, as kind: NameKind, at part: YAMLPart) {
    names.refer(to: name, as: kind, at: range(of: part))
  }

  mutating func notePlaceOfParking(_ part: YAMLPart) {
    parkingRange = range(of: part)
  }

  mutating func send(to destination: String, at part: YAMLPart) {
    names.send(to: destination, at: range(of: part))
  }
}
