package import PBXModel
import Synchronization

/// The fault plan of a simulator on its clock, for all who ask at once.
///
/// A lock and no actor, because every request comes by here.
package final class FaultInjector: FaultSource {
  private let clock: any PBXClock
  private let plan: Mutex<FaultPlan>
  /// The client's chance, apart from the plan's: over HTTP its pauses change no fault either.
  private let pauses: Mutex<SplitMix64>

  /// - Parameter standing: the faults that the world begins with.
  package init(standing: [Fault] = [], clock: any PBXClock, seed: UInt64) {
    self.clock = clock
    plan = Mutex(FaultPlan(standing: standing, seed: seed, at: clock.now))
    pauses = Mutex(SplitMix64(seed: seed ^ 0x7061_7573_6573_0001))
  }

  package var isNetworkDown: Bool {
    let now = clock.now
    return plan.withLock { $0.isNetworkDown(at: now) }
  }

  package func verdict(on operation: String) -> FaultVerdict {
    let now = clock.now
    return plan.withLock { $0.verdict(on: operation, at: now) }
  }

  func pushVerdict() -> PushVerdict {
    let now = clock.now
    return plan.withLock { $0.pushVerdict(at: now) }
  }

  var networkReturn: Timestamp? {
    let now = clock.now
    return plan.withLock { $0.networkReturn(at: now) }
  }

  /// How much longer a client waits before it asks again: from 0 to 1, another one each time.
  func pauseJitter() -> Double {
    pauses.withLock { Double.random(in: 0..<1, using: &$0) }
  }

  /// Lets a fault happen from now on; false where there are too many.
  func inject(_ fault: Fault) -> Bool {
    let now = clock.now
    return plan.withLock { $0.inject(fault, at: now) }
  }

  func clear() { plan.withLock { $0.clear() } }

  func restore() {
    let now = clock.now
    plan.withLock { $0.restore(at: now) }
  }
}
