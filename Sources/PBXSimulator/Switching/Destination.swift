import PBXModel

/// Where a dialplan leads.
struct Destination: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    case line(String)
    case outside(String, trunk: String)
    case queue(String)
    case menu(String)
  }

  var target: Target
  /// What was dialled, as records show it.
  var number: String
  var context: String
}

extension World {
  /// Where a dialled number leads, nil where no such number exists.
  func destination(of number: String) -> Destination? {
    if lines.contains(where: { $0.number == number }) {
      return Destination(target: .line(number), number: number, context: "from-internal")
    }
    if queues.contains(number) {
      return Destination(target: .queue(number), number: number, context: "q\(number)")
    }
    if isOutside(number), let trunk = trunks.first {
      return Destination(
        target: .outside(number, trunk: trunk.name), number: number, context: "out")
    }
    return nil
  }

  /// Whether a number is one of the telephone network's: digits, a plus in front allowed.
  func isOutside(_ number: String) -> Bool {
    let digits = number.hasPrefix("+") ? number.dropFirst() : number[...]
    return digits.count >= outsideDigits && digits.utf8.allSatisfy { (48...57).contains($0) }
      && !lines.contains { $0.number == number }
  }

  /// Where `CONTEXT,EXTEN,PRIORITY` leads, nil where there is no such place.
  func destination(ofApplication application: Application) -> Destination? {
    switch application.context {
    case "from-internal":
      destination(of: application.exten)
    case "ext-queues":
      queues.contains(application.exten) ? destination(of: application.exten) : nil
    case let name:
      application.exten == "s" && menus.contains { $0.name == name }
        ? Destination(target: .menu(name), number: "s", context: name) : nil
    }
  }

  /// A place in the dialplan.
  struct Application: Hashable {
    var context: String
    var exten: String

    /// Reads `CONTEXT,EXTEN,PRIORITY`; nil where it has another form.
    init?(_ text: String) {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty, let priority = Int(parts[2]),
        priority >= 1
      else { return nil }
      context = String(parts[0])
      exten = String(parts[1])
    }
  }
}
