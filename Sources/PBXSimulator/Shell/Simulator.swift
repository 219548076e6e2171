package import PBXModel

/// A telephone system in memory: the switchboard behind an actor, its timers on a clock.
///
/// As a service it is the system itself, with no network before it and no faults but those of its
/// push; `overNetwork` is what a client sees.
///
/// `run()` has to be active while operations are called, or time be moved by `advance(by:)`, else
/// nothing that takes time happens.
package actor Simulator {
  let clock: any PBXClock
  private let observer: @Sendable (PBXEvent) -> Void
  private var switchboard: Switchboard
  var billing = BillingSubscribers()
  /// Messages that are pushed late.
  var latePushes = TimedQueue<[BillingRecord]>()
  /// What goes wrong between this system and those who use it.
  package nonisolated let faults: FaultInjector
  /// The moments that some sleeper of `run()` will wake at.
  private var alarms: Set<Timestamp> = []
  private let wakeups: AsyncStream<Timestamp>
  private let requestWakeup: AsyncStream<Timestamp>.Continuation

  /// - Parameters:
  ///   - world: what the system consists of.
  ///   - clock: virtual or real; its time is the system's.
  ///   - seed: where what is arbitrary about the system comes from.
  ///   - observer: told of everything that happens, in order; it must not call back.
  package init(
    world: World = .default, clock: any PBXClock, seed: UInt64 = 0,
    observer: @escaping @Sendable (PBXEvent) -> Void = { _ in }
  ) {
    self.clock = clock
    self.observer = observer
    faults = FaultInjector(standing: world.faults, clock: clock, seed: seed)
    switchboard = Switchboard(world: world, startingAt: clock.now, seed: seed)
    (wakeups, requestWakeup) = AsyncStream.makeStream()
  }

  /// Fires the system's timers until it is cancelled; to be run once, as a child task.
  package func run() async {
    await withDiscardingTaskGroup { group in
      for await moment in wakeups {
        group.addTask { await self.fire(at: moment) }
      }
      group.cancelAll()
    }
  }

  private func fire(at moment: Timestamp) async {
    let isDue = (try? await clock.sleep(until: moment, tolerance: nil)) != nil
    alarms.remove(moment)
    if isDue { _ = react(to: .advance) }
  }

  /// Hands an input to the switchboard and performs the effects.
  func react(to input: Input) -> Result<Reaction.Reply, PBXError> {
    let reaction = switchboard.receive(input, at: max(clock.now, switchboard.now))
    pushWhatIsDue()
    // What ends at one moment is pushed as one message.
    var message: [BillingRecord] = []
    var end = switchboard.now
    for effect in reaction.effects {
      switch effect {
      case .event(let event):
        observer(event)
        guard case .recorded(let record) = event.kind else { continue }
        if end != event.moment {
          push(message, endedAt: end)
          message = []
        }
        end = event.moment
        message.append(BillingRecord(of: record))
      case .wake(let moment): setAlarm(at: moment)
      }
    }
    push(message, endedAt: end)
    if let moment = nextPush { setAlarm(at: moment) }
    return reaction.outcome
  }

  /// Asks the switchboard, with everything done that is due.
  func ask<Answer>(
    _ question: (borrowing Switchboard) throws(PBXError) -> Answer
  ) throws(PBXError) -> Answer {
    _ = react(to: .advance)
    return try question(switchboard)
  }

  /// One sleeper is enough for a moment, and none is needed after an earlier one: when that
  /// fires, the switchboard asks for the next.
  private func setAlarm(at moment: Timestamp) {
    guard alarms.allSatisfy({ $0 > moment }) else { return }
    alarms.insert(moment)
    requestWakeup.yield(moment)
  }
}
