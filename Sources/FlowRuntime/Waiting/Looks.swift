import FlowSyntax

/// What the states of one statement were asked of, for when it fails.
struct Looks {
  /// What was seen of numbers.
  private(set) var own = OwnSightings()
  /// Each subject once, with the first state that it was asked for, in the order of asking.
  private(set) var asked: [(subject: StateSubject, state: CallState, isAwaited: Bool)] = []

  mutating func note(
    _ state: CallState, of subject: StateSubject, isAwaited: Bool, in snapshot: Snapshot
  ) {
    own.observe(subject, in: snapshot)
    if !asked.contains(where: { $0.subject == subject }) {
      asked.append((subject, state, isAwaited))
    }
  }
}
