import PBXSimulator

/// What there is in a world, in one line.
enum WorldSummary {
  static func text(of world: World) -> String {
    let parts = [
      (world.lines.count, "extension", "extensions"), (world.trunks.count, "trunk", "trunks"),
      (world.queues.count, "queue", "queues"), (world.agents.count, "agent", "agents"),
      (world.menus.count, "menu", "menus"), (world.mailboxes.count, "mailbox", "mailboxes"),
    ]
    let present = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return present.isEmpty ? "nothing in it" : present.joined(separator: ", ")
  }
}
