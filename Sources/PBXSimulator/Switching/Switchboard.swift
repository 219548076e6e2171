package import PBXModel

/// The telephone system as a pure state machine: an input and a moment in, effects out.
///
/// It owns no clock and never waits. What is to happen later stands on its agenda; `Effect.wake`
/// says when it wants to be called again, and whatever is due by then happens at its own moment,
/// however late the call comes.
package struct Switchboard: Sendable {
  package let world: World
  let dialplan: Dialplan
  /// The moment of what happens now; it never goes back.
  package internal(set) var now: Timestamp

  /// What is to happen later.
  var agenda = TimedQueue<Step>()
  var effects: [Effect] = []

  var channels: [ChannelID: Channel] = [:]
  /// The channels of phones and trunks by the number at their other end, in the order they were
  /// made.
  var channelsByNumber: [String: [ChannelID]] = [:]
  /// How many channels each call has, by its linkedid.
  var channelCountsByCall: [String: Int] = [:]
  var tallies: [Device: DeviceTally] = [:]
  /// Who is in a bridge, in the order they entered.
  var bridges: [BridgeID: [ChannelID]] = [:]
  var consultations = ConsultationTable()
  /// Who listens to a channel, in the order they began.
  var spies: [ChannelID: [ChannelID]] = [:]
  var parkedCalls = ParkingSpaces()
  var phones: Phones
  /// The states as they were shown last.
  var states: [Device: DeviceState] = [:]
  /// When the states began to be shown; since the first moment where nothing stands here.
  var stateBegins: [Device: Timestamp] = [:]
  let start: Timestamp
  var queueing: QueueTable
  var records = RecordList()
  var recordings = RecordingTable()
  var mailboxes: MailboxTable
  var counters = Counters()

  /// - Parameters:
  ///   - world: what the system consists of.
  ///   - start: the first moment, the world's own where it is nil.
  ///   - seed: where what is arbitrary about it, such as the phones' ports, comes from.
  package init(world: World, startingAt start: Timestamp? = nil, seed: UInt64) {
    self.world = world
    dialplan = Dialplan(world: world)
    now = start ?? world.start
    self.start = now
    phones = Phones(world: world, seed: seed)
    mailboxes = MailboxTable(world: world)
    queueing = QueueTable(world: world, seed: seed)
    for line in world.lines { states[.line(line.number)] = deviceState(of: .line(line.number)) }
    for trunk in world.trunks { states[.trunk(trunk.name)] = deviceState(of: .trunk(trunk.name)) }
    signInAgents()
  }

  /// Does what is due, then what is asked.
  ///
  /// - Parameter moment: not before any moment given earlier.
  package mutating func receive(_ input: Input, at moment: Timestamp) -> Reaction {
    advance(to: moment)
    let outcome: Result<Reaction.Reply, PBXError>
    do throws(PBXError) {
      outcome = .success(try perform(input))
    } catch {
      outcome = .failure(error)
    }
    if let next = agenda.next { effects.append(.wake(at: next)) }
    defer { effects.removeAll(keepingCapacity: true) }
    return Reaction(outcome: outcome, effects: effects)
  }

  private mutating func advance(to moment: Timestamp) {
    while let next = agenda.next, next <= moment, let entry = agenda.removeFirst() {
      now = max(now, entry.moment)
      perform(entry.element)
    }
    now = max(now, moment)
  }

  private mutating func perform(_ input: Input) throws(PBXError) -> Reaction.Reply {
    switch input {
    case .advance: return .done
    case .dial(let request): return .call(uniqueid: try originate(request))
    case .transfer(let request): try transfer(request)
    case .cancelAttendedTransfer(let request): try cancelConsultation(request)
    case .hangup(let request): try hangup(request)
    case .hold(let request): try hold(request)
    case .unhold(let request): try unhold(request)
    case .park(let request): try park(request)
    case .unpark(let request): try unpark(request)
    case .redirect(let request): try redirect(request)
    case .pickUp(let request): try pickUp(request)
    case .barge(let request): try barge(request)
    case .monitor(let request): try monitor(request)
    case .whisper(let request): try whisper(request)
    case .playOnHandset(let request): try playOnHandset(request)
    case .logInAgent(let request): try logIn(request)
    case .logOutAgent(let request): try logOut(request)
    case .pauseAgent(let request): try pause(request)
    case .markVoicemail(let request): try mark(request)
    case .setBehavior(let behavior, let number): try setBehavior(behavior, of: number)
    case .perform(let action, let number): try perform(action, at: number)
    case .incoming(let call): return .call(uniqueid: try callIn(call))
    case .phoneDials(let caller, let number):
      return .call(uniqueid: try dial(number, from: caller))
    case .restoreBehaviors: restoreBehaviors()
    }
    return .done
  }

  private mutating func perform(_ step: Step) {
    switch step {
    case .invite(let id): invite(id)
    case .answer(let id): answer(id)
    case .giveUp(let id): giveUp(id)
    case .runApplication(let id): runApplication(id)
    case .proceed(let id, let destination): execute(destination, on: id)
    case .queue(let step): perform(step)
    case .continueMenu(let id, let timer): continueMenu(id, timer: timer)
    case .continueMessage(let id, let timer): continueMessage(id, timer: timer)
    case .press(let id, let key): press(key, on: id)
    case .endPlayback(let id): endPlayback(id)
    case .listen(let id): listen(id)
    case .putDown(let id): end(id, cause: .normalClearing)
    case .comeBack(let id): comeBack(id)
    case .holdForConsultation(let id): holdForConsultation(id)
    case .beginConsultation(let id): beginConsultation(id)
    case .cancelConsultation(let id): cancelConsultation(id)
    case .returnFromConsultation(let id): returnFromConsultation(id)
    }
  }

  /// Puts a step on the agenda.
  mutating func schedule(_ step: Step, after delay: Duration) {
    agenda.insert(step, at: now.advanced(by: delay))
  }

  /// Tells of something that happens now.
  mutating func emit(_ kind: PBXEvent.Kind) {
    effects.append(.event(PBXEvent(moment: now, kind: kind)))
  }
}

/// The serial numbers of a telephone system.
struct Counters: Hashable, Sendable {
  var uniqueids = 0
  var channels = 0
  /// The number in the names of channels, apart from the pairs' halves.
  var names = 0
  var localNames = 0
  var bridges = 0
  var timers = 0

  /// Counts up, and gives what was there before.
  static func take(_ counter: inout Int) -> Int {
    defer { counter += 1 }
    return counter
  }
}
