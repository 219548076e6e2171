package import PBXModel
import PBXSimulator
import Synchronization
import VirtualTime

extension CallCentre {
  /// What the callers and the observer of the simulator share.
  private final class Notes: Sendable {
    private let shift: Mutex<CallCentreShift>
    private let list = Mutex<[CallRecord]>([])

    init(_ shift: CallCentreShift) {
      self.shift = Mutex(shift)
    }

    var next: Timestamp? { shift.withLock { $0.next } }
    var records: [CallRecord] { list.withLock { $0 } }

    func take() -> Input? { shift.withLock { $0.take() } }

    func notice(_ event: PBXEvent) {
      shift.withLock { $0.notice(event) }
      if case .recorded(let record) = event.kind { list.withLock { $0.append(record) } }
    }
  }

  /// Plays the day on the whole simulator, on virtual time, and answers the records in their order.
  package func simulate(seed: UInt64) async throws -> [CallRecord] {
    let executor = VirtualExecutor(startingAt: Self.world.start)
    let clock = VirtualClock(executor: executor)
    let notes = Notes(CallCentreShift(self, startingAt: Self.world.start))
    return try await executor.run {
      let simulator = Simulator(
        world: Self.world, clock: clock, seed: seed, observer: { notes.notice($0) })
      try await withThrowingDiscardingTaskGroup { group in
        group.addTask { await simulator.run() }
        try await Self.play(notes, on: simulator, clock)
        group.cancelAll()
      }
      return notes.records
    }
  }

  /// Does what is due at its moment, until nobody does anything any more.
  private static func play(
    _ notes: Notes, on simulator: Simulator, _ clock: VirtualClock
  ) async throws {
    // Shorter than any talk: what happens meanwhile never gives a caller something to do sooner.
    let glance = Duration.seconds(5)
    while let next = notes.next {
      let moment = min(next, clock.now.advanced(by: glance))
      try await clock.sleep(until: moment, tolerance: nil)
      guard next <= clock.now else { continue }
      switch notes.take() {
      case .incoming(let call): _ = try await simulator.placeIncomingCall(call)
      case .perform(let action, let number): try await simulator.perform(action, at: number)
      default: break
      }
    }
  }
}
