import PBXModel

/// A channel's stay in a voice menu.
struct MenuVisit: Hashable, Sendable {
  enum Phase: Hashable, Sendable {
    case prompt
    /// The prompt is over, and a key is waited for.
    case waiting
    /// The keys pressed so far may be the beginning of a longer choice.
    case keying
  }

  let menu: Menu
  var phase = Phase.prompt
  /// What was pressed and has led nowhere yet.
  var keys = ""
  /// How often the prompt was played again.
  var repeats = 0
  /// What it waits for; an earlier timer means nothing any more.
  var timer = 0
}

/// Voice menus: a caller hears the prompt, presses a key, and goes where it leads.
extension Switchboard {
  mutating func enterMenu(_ name: String, _ id: ChannelID) {
    guard let menu = dialplan.menu(name) else { return }
    channels[id]?.record?.application = "Playback"
    channels[id]?.record?.applicationData = menu.prompt
    channels[id]?.application = .menu(name)
    channels[id]?.menuVisit = MenuVisit(menu: menu)
    putThrough(id)
    wait(menu.length, in: .prompt, on: id)
    endIfDeserted(id)
  }

  /// The prompt, the wait for a key, or the wait for a further one is over.
  mutating func continueMenu(_ id: ChannelID, timer: Int) {
    guard let visit = channels[id]?.menuVisit, visit.timer == timer else { return }
    switch visit.phase {
    case .prompt where visit.menu.timeout > .zero: wait(visit.menu.timeout, in: .waiting, on: id)
    case .prompt, .waiting: tryAgain(id, orGoTo: visit.menu.timeoutDestination)
    case .keying: choose(visit.keys, on: id)
    }
  }

  /// A key in a menu: it ends the prompt, and counts for what it is.
  ///
  /// A menu without keys plays on, as an announcement does.
  mutating func pressInMenu(_ key: Character, on id: ChannelID) {
    guard let visit = channels[id]?.menuVisit, !visit.menu.digits.isEmpty else { return }
    note(key, on: id)
    let keys = visit.keys + String(key)
    let canGoOn = visit.menu.digits.keys.contains { $0 != keys && $0.hasPrefix(keys) }
    guard canGoOn else { return choose(keys, on: id) }
    channels[id]?.menuVisit?.keys = keys
    wait(Latency.menuDigits, in: .keying, on: id)
  }

  /// The caller has chosen.
  private mutating func choose(_ keys: String, on id: ChannelID) {
    guard let menu = channels[id]?.menuVisit?.menu else { return }
    if let chosen = menu.digits[keys] {
      leaveMenu(id, to: chosen)
    } else {
      tryAgain(id, orGoTo: menu.invalidDestination)
    }
  }

  /// Plays the prompt again, as often as the menu does; after that the caller goes elsewhere.
  private mutating func tryAgain(_ id: ChannelID, orGoTo destination: String?) {
    guard let visit = channels[id]?.menuVisit else { return }
    guard visit.repeats < visit.menu.repeats else { return leaveMenu(id, to: destination) }
    channels[id]?.menuVisit?.repeats += 1
    channels[id]?.menuVisit?.keys = ""
    wait(visit.menu.length, in: .prompt, on: id)
  }

  /// The call ends where there is nothing to go to.
  private mutating func leaveMenu(_ id: ChannelID, to text: String?) {
    channels[id]?.application = .none
    channels[id]?.menuVisit = nil
    guard let destination = text.flatMap({ dialplan.destination(written: $0) }) else {
      end(id, cause: .normalClearing)
      return
    }
    schedule(.proceed(id, destination), after: Latency.dialplan)
  }

  /// A key that the records and the lists of waiting callers show.
  private mutating func note(_ key: Character, on id: ChannelID) {
    channels[id]?.pressedKeys.append(key)
    channels[id]?.record?.keys.append(key)
  }

  private mutating func wait(
    _ duration: Duration, in phase: MenuVisit.Phase, on id: ChannelID
  ) {
    let timer = Counters.take(&counters.timers)
    channels[id]?.menuVisit?.phase = phase
    channels[id]?.menuVisit?.timer = timer
    schedule(.continueMenu(id, timer: timer), after: duration)
  }
}
