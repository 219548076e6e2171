import Foundation

/// A recording of one run on a real Asterisk: lines of actions, events and polls, in order.
struct Timeline {
  struct Line {
    enum Kind: Equatable {
      case action
      case event
      case poll
    }

    var kind: Kind
    /// Since the start of the run.
    var moment: Duration
    /// The event's name; empty for an action and a poll.
    var name: String
    var fields: [String: String]
    /// How an action was answered.
    var response: String

    subscript(field: String) -> String { fields[field] ?? "" }
  }

  let name: String
  var lines: [Line]

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/timelines")

  init(named name: String) throws {
    self.name = name
    let file = Self.folder.appending(path: name + ".timeline.txt")
    lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(Self.read)
  }

  /// Whether a channel has parked its peer by then.
  func isParker(_ channel: ChannelName, at moment: Duration) -> Bool {
    lines.contains {
      $0["Action"] == "Park" && $0["TimeoutChannel"] == channel.text && $0.moment <= moment
    }
  }

  /// `   0.154 * Action=… -> Success …`, `   0.155   Newchannel Channel=…`, `   0.403     poll …`.
  private static func read(_ text: Substring) throws -> Line {
    var words = text.split(separator: " ")
    guard let first = words.first, let seconds = Double(first) else { throw Unreadable(text) }
    words.removeFirst()
    let moment = Duration.milliseconds(Int((seconds * 1000).rounded()))
    switch words.first {
    case "*":
      let parts = words.dropFirst().joined(separator: " ").components(separatedBy: " -> ")
      guard parts.count == 2 else { throw Unreadable(text) }
      return Line(
        kind: .action, moment: moment, name: "", fields: fields(of: parts[0]), response: parts[1])
    case "poll":
      return Line(kind: .poll, moment: moment, name: "", fields: [:], response: "")
    case let name?:
      let rest = words.dropFirst().joined(separator: " ")
      return Line(
        kind: .event, moment: moment, name: String(name), fields: fields(of: rest), response: "")
    case nil:
      throw Unreadable(text)
    }
  }

  /// `Key=value Key=several words`: a word without a key belongs to the value before it.
  private static func fields(of text: String) -> [String: String] {
    var fields: [String: String] = [:]
    var last = ""
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, parts[0].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) {
        last = String(parts[0])
        fields[last] = String(parts[1])
      } else {
        fields[last, default: ""] += " " + word
      }
    }
    return fields
  }

  struct Unreadable: Error {
    var line: String
    init(_ line: Substring) { self.line = String(line) }
  }
}

/// A channel's name taken apart.
struct ChannelName: Hashable {
  var text: String

  /// The extension or the trunk; for half of a pair the pair without its serial number, such as
  /// `Local/8002@from-internal;1`.
  var device: String {
    let half = text.suffix(2)
    guard let dash = text.lastIndex(of: "-") else { return text }
    if text.hasPrefix("Local/") { return String(text[..<dash] + (half.first == ";" ? half : "")) }
    return String(text[..<dash].dropFirst("PJSIP/".count))
  }

  var isLocal: Bool { text.hasPrefix("Local/") }
}
