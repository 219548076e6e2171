import PBXModel

extension Queue.Strategy {
  /// Whom a waiting caller rings next.
  ///
  /// A higher penalty is rung only where no lower one can be.
  ///
  /// - Parameters:
  ///   - candidates: who can be rung, in the order in which they signed in.
  ///   - last: the serial of whom was rung last, by the queue for `rrmemory` and by the caller for
  ///     `linear`; nil where nobody was.
  func choose(
    among candidates: [Member], after last: Int?, using random: inout some RandomNumberGenerator
  ) -> [Member] {
    guard let penalty = candidates.lazy.map(\.penalty).min() else { return [] }
    let best = candidates.filter { $0.penalty == penalty }
    let one: Member? =
      switch self {
      case .ringall: nil
      case .leastrecent:
        // Who has taken no call yet comes first; of several, who signed in first.
        best.min { Self.key(of: $0) < Self.key(of: $1) }
      case .fewestcalls: best.min { ($0.calls, $0.serial) < ($1.calls, $1.serial) }
      case .random: best.randomElement(using: &random)
      case .rrmemory, .linear: best.first { $0.serial > last ?? -1 } ?? best.first
      }
    return self == .ringall ? best : one.map { [$0] } ?? []
  }

  private static func key(of member: Member) -> (Int64, Int) {
    (member.lastCall?.nanoseconds ?? .min, member.serial)
  }
}
