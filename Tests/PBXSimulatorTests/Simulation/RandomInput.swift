import PBXModel

@testable import PBXSimulator

/// Operations, phones and people by chance, on a `RandomWorld`.
enum RandomInput {
  private enum Kind: CaseIterable {
    case agentLogin, agentLogout, agentPause, attendedTransfer, barge, behavior, blindTransfer
    case cancel, dial, hangup, hold, incoming, keys, monitor, park, phoneDials, phoneHangsUp
    case phoneHolds, phoneUnholds, pickup, play, redirect, transferIntoApplication, unhold, unpark
    case voicemailMark, whisper

    /// How often it comes, beside the others.
    var weight: Int {
      switch self {
      case .dial, .incoming: 5
      case .attendedTransfer, .agentLogin: 4
      case .behavior, .hold, .keys, .park: 3
      case .blindTransfer, .hangup, .pickup, .unhold, .unpark: 2
      case .agentLogout, .agentPause, .barge, .cancel, .monitor, .phoneDials, .phoneHangsUp,
        .phoneHolds, .phoneUnholds, .play, .redirect, .transferIntoApplication, .voicemailMark,
        .whisper:
        1
      }
    }
  }

  private static let kinds = Kind.allCases.flatMap { Array(repeating: $0, count: $0.weight) }

  /// Something that may happen; every other time to whom it can happen as things stand, since most
  /// of what is asked by chance alone is refused.
  static func make(on switchboard: Switchboard, using random: inout SplitMix64) -> Input {
    func pick<Item>(_ items: [Item]) -> Item {
      items[Int.random(in: 0..<items.count, using: &random)]
    }
    func pick(of fitting: [String], or other: String) -> String {
      fitting.isEmpty || Bool.random(using: &random) ? other : pick(fitting)
    }
    let kind = pick(kinds)
    let parties = Parties(of: switchboard)
    // Few extensions, so that the operations meet.
    let someone = pick(Array(RandomWorld.lines.prefix(5)))
    let other = pick(
      RandomWorld.lines.prefix(6) + RandomWorld.outside + ["200", "201", "vm8001", "7999"])
    let anyone = pick(RandomWorld.everybody)
    let talker = pick(of: parties.talking, or: someone)
    let queue = pick(["200", "201"])
    switch kind {
    case .agentLogin:
      return .logInAgent(
        LogInAgent(
          agentID: "1\(someone)", extension: someone, queue: queue, penalty: pick([0, 1]),
          pause: pick([.ready, .ready, .business])))
    case .agentLogout:
      return .logOutAgent(LogOutAgent(extension: someone, queue: pick([queue, "all"])))
    case .agentPause:
      return .pauseAgent(
        PauseAgent(extension: someone, pause: pick([.ready, .business]), queue: queue))
    case .attendedTransfer:
      return .transfer(Transfer(kind: .attended, extension: talker, dest: other))
    case .barge:
      return .barge(Barge(extension: someone, dest: pick(of: parties.talking, or: other)))
    case .behavior: return .setBehavior(pick(behaviors), number: anyone)
    case .blindTransfer:
      return .transfer(Transfer(kind: .blind, extension: talker, dest: other))
    case .cancel:
      return .cancelAttendedTransfer(
        CancelAttendedTransfer(extension: pick(of: parties.consulting, or: someone)))
    case .dial: return .dial(Dial(extension: someone, dest: other))
    case .hangup: return .hangup(Hangup(extension: anyone))
    case .hold: return .hold(Hold(extension: talker))
    case .incoming:
      return .incoming(
        IncomingCall(caller: pick(RandomWorld.outside), destination: pick([other, queue])))
    case .keys: return .perform(.presses(pick(keys)), number: anyone)
    case .monitor:
      return .monitor(Monitor(extension: someone, dest: pick(of: parties.talking, or: other)))
    case .park: return .park(Park(extension: talker))
    case .phoneDials: return .phoneDials(from: someone, to: other)
    case .phoneHangsUp: return .perform(.hangsUp(after: .milliseconds(700)), number: anyone)
    case .phoneHolds: return .perform(.holds, number: talker)
    case .phoneUnholds: return .perform(.unholds, number: talker)
    case .pickup:
      return .pickUp(PickUp(extension: someone, dest: pick(of: parties.ringing, or: other)))
    case .play:
      let files = World.default.recordings.keys.sorted() + ["/nowhere.wav"]
      return .playOnHandset(PlayOnHandset(extension: someone, filename: pick(files)))
    case .redirect:
      return .redirect(Redirect(extension: someone, dest: pick(of: parties.waiting, or: other)))
    case .transferIntoApplication:
      let dest = pick(["\(RandomWorld.menu),s,1", "ext-queues,\(queue),1"])
      return .transfer(Transfer(kind: .app, extension: talker, dest: dest))
    case .unhold:
      return .unhold(Unhold(extension: pick(of: parties.holding, or: someone)))
    case .unpark:
      return .unpark(Unpark(extension: someone, dest: pick(of: parties.parked, or: other)))
    case .voicemailMark:
      return .markVoicemail(
        MarkVoicemail(id: pick(["1", "2", "99"]), isRead: pick(["yes", "no"])))
    case .whisper:
      return .whisper(Whisper(extension: someone, dest: pick(of: parties.talking, or: other)))
    }
  }

  private static let keys = ["1", "2", "12", "9", "#", "*1", "##"]
  private static let behaviors: [PhoneBehavior] = [
    .answers(after: .zero), .answers(after: .milliseconds(300)), .answers(after: .seconds(2)),
    .busy, .rejects, .ignores, .offline, .online,
  ]

  /// The numbers to which something can happen, each list in an order that the seed decides.
  private struct Parties {
    var consulting: [String] = []
    var holding: [String] = []
    var parked: [String]
    var ringing: [String] = []
    var talking: [String] = []
    var waiting: [String]

    init(of switchboard: Switchboard) {
      parked = switchboard.parkedCalls.all.map(\.number)
      waiting = switchboard.queueing.callersByNumber.keys.sorted()
      for id in switchboard.channels.keys.sorted() {
        guard let channel = switchboard.channels[id], channel.device != .local else { continue }
        if switchboard.consultations[id] != nil { consulting.append(channel.number) }
        if case .holding = channel.application { holding.append(channel.number) }
        if channel.state == .ringing { ringing.append(channel.number) }
        if channel.state == .up, channel.bridge != nil { talking.append(channel.number) }
      }
    }
  }
}
