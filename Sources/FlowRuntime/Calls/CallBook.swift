package import PBXModel

/// The calls of one test, as plain data: every change is a command or a snapshot.
package struct CallBook: Sendable {
  /// In the order in which they were begun.
  package private(set) var calls: [TrackedCall] = []
  /// The ids that the PBX gave the calls.
  private var uniqueids: Set<String> = []
  /// The first sample of each number that a command touched, in that order; nil for a number that
  /// is no extension.
  package private(set) var firstSamples: [(number: String, sample: PartySample?)] = []
  /// The newest sample of each number, whatever it was asked for.
  package private(set) var newestSamples: [String: PartySample] = [:]
  /// Records that a wait has taken.
  package var takenRecords: Set<RecordIdentity> = []
  /// Whether phones were steered, so that their behaviour has to be put back.
  package var hasSteeredPhones = false
  /// Whether faults were set, which the clean-up must not suffer from.
  package var hasSetFaults = false

  package init() {}

  package func call(_ id: Int) -> TrackedCall? {
    // The handles count the calls from 1.
    calls.indices.contains(id - 1) ? calls[id - 1] : nil
  }

  /// Whether a record names a call of the test by its id.
  package func isNamed(in record: CallRecord) -> Bool {
    uniqueids.contains(record.linkedid) || uniqueids.contains(record.uniqueid)
  }

  /// The newest call that goes on and has this number in it.
  package func liveCall(with number: String) -> TrackedCall? {
    calls.last { !$0.isOver && $0.contains(number) }
  }

  /// The newest call that this number is or was in.
  package func latestCall(with number: String) -> TrackedCall? {
    calls.last { $0.everybody.contains { $0.number == number } }
  }

  /// Whether a number was busy before the test first touched it.
  package func wasBusyBefore(_ number: String) -> Bool {
    guard let first = firstSamples.first(where: { $0.number == number }) else { return false }
    return first.sample.map { !$0.isQuiet } ?? false
  }

  package func hasTouched(_ number: String) -> Bool {
    firstSamples.contains { $0.number == number }
  }

  /// Takes a sample of a number that a command is about to touch.
  package mutating func note(_ sample: PartySample?, of number: String) {
    if let sample { newestSamples[number] = sample }
    if !hasTouched(number) { firstSamples.append((number, sample)) }
  }

  /// Adds a call and answers its handle.
  package mutating func begin(
    extension actor: String, destination: String, caller: String? = nil, uniqueid: String?,
    at moment: Timestamp, parties: [CallParty]
  ) -> CallHandle {
    let handle = CallHandle(
      id: calls.count + 1, extension: actor, destination: destination, caller: caller)
    if let uniqueid, !uniqueid.isEmpty { uniqueids.insert(uniqueid) }
    calls.append(
      TrackedCall(
        handle: handle, uniqueid: uniqueid, beganAt: moment, parties: parties))
    return handle
  }

  package mutating func change(_ id: Int, _ body: (inout TrackedCall) -> Void) {
    guard calls.indices.contains(id - 1) else { return }
    body(&calls[id - 1])
  }

  package mutating func observe(_ snapshot: Snapshot) {
    for index in calls.indices { calls[index].observe(snapshot) }
    for case .endpoint(let number) in snapshot.rows.keys {
      if let sample = snapshot.sample(of: number) { newestSamples[number] = sample }
    }
  }
}
