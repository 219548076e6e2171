package import PBXModel

/// The faults that hold, as a pure state machine: the same seed and the same questions at the same
/// moments give the same faults.
package struct FaultPlan: Sendable {
  /// So many hold at a time: every request is compared with each.
  package static let limit = 1000

  private struct Active: Sendable {
    var fault: Fault
    /// From then on it is over; never where it is nil.
    var end: Timestamp?
    /// So many times more; without limit where it is nil.
    var timesLeft: Int?

    init(_ fault: Fault, at now: Timestamp) {
      self.fault = fault
      end = fault.span.map { now.advanced(by: $0) }
      timesLeft = fault.times
    }

    func isOver(at now: Timestamp) -> Bool {
      timesLeft == 0 || end.map { $0 <= now } ?? false
    }
  }

  /// Those that the world began with.
  private let standing: [Fault]
  /// In the order they were set.
  private var active: [Active]
  private var generator: SplitMix64

  /// - Parameter standing: those that hold from the beginning, and again after `restore`.
  package init(standing: [Fault] = [], seed: UInt64, at now: Timestamp) {
    self.standing = standing
    active = standing.map { Active($0, at: now) }
    // Not the numbers that the switchboard draws from the same seed.
    generator = SplitMix64(seed: seed ^ 0x6661_756C_7473_0001)
  }

  /// Lets a fault happen from now on; false where there are too many.
  package mutating func inject(_ fault: Fault, at now: Timestamp) -> Bool {
    forgetOver(at: now)
    guard active.count < Self.limit else { return false }
    active.append(Active(fault, at: now))
    return true
  }

  /// Ends all.
  package mutating func clear() {
    active = []
  }

  /// Ends those that were set, and begins those of the world anew.
  package mutating func restore(at now: Timestamp) {
    active = standing.map { Active($0, at: now) }
  }

  /// What becomes of a request.
  ///
  /// Of several faults the one that was set first decides; delays add up.
  package mutating func verdict(on operation: String, at now: Timestamp) -> FaultVerdict {
    forgetOver(at: now)
    if active.isEmpty { return FaultVerdict(.passes) }
    if isNetworkDown(at: now) { return FaultVerdict(.disconnection) }
    var verdict = FaultVerdict(.passes)
    for index in active.indices {
      let fault = active[index].fault
      guard fault.operation == nil || fault.operation == operation else { continue }
      if case .delay(let delay, let jitter) = fault.effect {
        if strikes(index) { verdict.delay += delay + jitter * fraction() }
      } else if verdict.outcome == .passes, let outcome = fault.effect.outcome, strikes(index) {
        verdict.outcome = outcome
      }
    }
    return verdict
  }

  /// What becomes of a record that is to be pushed.
  mutating func pushVerdict(at now: Timestamp) -> PushVerdict {
    forgetOver(at: now)
    var verdict = PushVerdict()
    for index in active.indices {
      switch active[index].fault.effect {
      case .droppedPush: if strikes(index) { verdict.dropsSockets = true }
      case .duplicatedPush: if strikes(index) { verdict.copies = 2 }
      case .delayedPush(let delay, let jitter):
        if strikes(index) { verdict.delay += delay + jitter * fraction() }
      case .refusal, .page, .disconnection, .delay, .expiredToken, .networkDown: break
      }
    }
    return verdict
  }

  package func isNetworkDown(at now: Timestamp) -> Bool {
    active.contains { $0.fault.effect == .networkDown && !$0.isOver(at: now) }
  }

  /// When it is worth a look whether the network is there again; nil where it is there, or stays
  /// away until the fault is cleared.
  func networkReturn(at now: Timestamp) -> Timestamp? {
    let faults = active.filter { $0.fault.effect == .networkDown && !$0.isOver(at: now) }
    return faults.contains { $0.end == nil } ? nil : faults.compactMap(\.end).max()
  }

  /// A number from 0 to 1, another one each time.
  mutating func fraction() -> Double {
    Double(generator.next() >> 11) / Double(1 << 53)
  }

  /// Whether a fault happens this time, and counts it.
  private mutating func strikes(_ index: Int) -> Bool {
    if let chance = active[index].fault.chance, fraction() * 100 >= Double(chance) { return false }
    if let timesLeft = active[index].timesLeft {
      guard timesLeft > 0 else { return false }
      active[index].timesLeft = timesLeft - 1
    }
    return true
  }

  private mutating func forgetOver(at now: Timestamp) {
    if active.contains(where: { $0.isOver(at: now) }) { active.removeAll { $0.isOver(at: now) } }
  }
}

/// What becomes of a record that is to be pushed.
struct PushVerdict: Hashable, Sendable {
  var copies = 1
  var delay = Duration.zero
  /// The sockets close before it is sent.
  var dropsSockets = false
}

extension Fault.Effect {
  /// How a request ends that it happens to; nil where it ends as ever.
  fileprivate var outcome: FaultVerdict.Outcome? {
    switch self {
    case .refusal(let code): .refusal(code)
    case .page: .page
    case .disconnection: .disconnection
    case .expiredToken: .expiredToken
    case .delay, .networkDown, .droppedPush, .duplicatedPush, .delayedPush: nil
    }
  }
}
