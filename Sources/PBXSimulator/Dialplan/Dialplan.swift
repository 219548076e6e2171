import PBXModel

/// What each number of a world leads to; looked up as fast in a large world as in a small one.
package struct Dialplan: Sendable {
  private let targets: [String: Destination]
  private let menus: [String: Menu]
  private let patterns: [DialPattern]

  package init(world: World) {
    var targets: [String: Destination] = [:]
    for box in world.mailboxes {
      let number = "vm\(box.number)"
      targets[number] = Destination(
        target: .mailbox(box.number), number: number, context: "from-internal")
    }
    for queue in world.queues {
      targets[queue.number] = Destination(
        target: .queue(queue.number), number: queue.number, context: "q\(queue.number)")
    }
    for line in world.lines {
      targets[line.number] = Destination(
        target: .line(line.number), number: line.number, context: "from-internal")
    }
    self.targets = targets
    menus = Dictionary(world.menus.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    patterns = world.patterns
  }

  /// Where a dialled number leads, nil where no such number exists.
  func destination(of number: String) -> Destination? {
    if let inside = targets[number] { return inside }
    guard let pattern = patterns.first(where: { $0.matches(number) }) else { return nil }
    return Destination(
      target: .outside(pattern.sent(number), trunk: pattern.trunk), number: number, context: "out")
  }

  /// Whether a number is one of the telephone network's, as it is dialled or as it is sent.
  func isOutside(_ number: String) -> Bool {
    targets[number] == nil && patterns.contains { $0.matches(number) || $0.sends(number) }
  }

  /// A menu by its name.
  func menu(_ name: String) -> Menu? { menus[name] }

  /// Where `CONTEXT,EXTEN,PRIORITY` leads, nil where there is no such place.
  func destination(of place: DialplanPlace) -> Destination? {
    switch place.context {
    case "from-internal": return destination(of: place.exten)
    case "ext-queues":
      guard let destination = targets[place.exten], case .queue = destination.target else {
        return nil
      }
      return destination
    case let name:
      guard place.exten == "s", menus[name] != nil else { return nil }
      return Destination(target: .menu(name), number: "s", context: name)
    }
  }

  /// Where a number or `CONTEXT,EXTEN,PRIORITY` leads, as settings write it.
  func destination(written text: String) -> Destination? {
    DialplanPlace(text).flatMap { destination(of: $0) } ?? destination(of: text)
  }

  /// Whether a number or `CONTEXT,EXTEN,PRIORITY` is one of this dialplan's.
  package func leads(_ text: String) -> Bool { destination(written: text) != nil }
}
