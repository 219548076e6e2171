package import PBXModel

/// A call of the test: who is in it, by the commands that the PBX confirmed, and what was seen.
package struct TrackedCall: Sendable {
  /// An attended transfer that was begun, and how far it came.
  package struct Consultation: Sendable {
    package enum Stage: Hashable, Sendable {
      case open
      /// The transferer hung up: the other party and the target talk.
      case completed
      /// The first call is back by command.
      case cancelled
      /// The target has left it, or never took it: the first call is back by itself.
      case failed
    }
    package var transferer: String
    package var target: CallParty
    package var beganAt: Timestamp
    package var stage: Stage
    /// Whether a sample showed the other party on hold meanwhile.
    package var wasHoldSeen = false
  }

  package let handle: CallHandle
  /// Nil for a call that the test did not begin, only handed on.
  package let uniqueid: String?
  package let beganAt: Timestamp
  /// Who is in it now; the side that acts first.
  package var parties: [CallParty]
  /// Who was in it, in the order in which they left.
  package var formerParties: [CallParty]
  package var consultation: Consultation?
  /// Whether its end was seen.
  package var isOver = false

  package init(
    handle: CallHandle, uniqueid: String?, beganAt: Timestamp, parties: [CallParty]
  ) {
    self.handle = handle
    self.uniqueid = uniqueid
    self.beganAt = beganAt
    self.parties = parties
    self.formerParties = []
  }

  /// As messages name it.
  package var name: String { "the call \(handle.caller) -> \(handle.destination)" }

  package var openConsultation: Consultation? {
    consultation.flatMap { $0.stage == .open ? $0 : nil }
  }

  /// Everybody in it now, who is consulted included.
  package var allParties: [CallParty] {
    parties + (openConsultation.map { [$0.target] } ?? [])
  }

  /// Everybody who ever was in it.
  package var everybody: [CallParty] {
    var everybody = parties + formerParties
    if let consultation { everybody.append(consultation.target) }
    return everybody
  }

  package func contains(_ number: String) -> Bool {
    allParties.contains { $0.number == number }
  }

  /// Whether somebody behind a trunk is in it under this number.
  func contains(outside number: String) -> Bool {
    allParties.contains { $0.number == number && $0.role == .outside }
  }
}

// Changes by confirmed commands.
extension TrackedCall {
  /// The acting party has left, and another one is called in its place.
  package mutating func replace(_ number: String, with target: CallParty) {
    guard let index = parties.firstIndex(where: { $0.number == number }) else {
      parties.append(target)
      return
    }
    formerParties.append(parties.remove(at: index))
    parties.append(target)
  }

  /// The transferer has left the consultation: the target takes its place.
  package mutating func completeConsultation() {
    guard let consultation = openConsultation else { return }
    replace(consultation.transferer, with: consultation.target)
    self.consultation?.stage = .completed
  }

  /// A party was hung up.
  package mutating func hangUp(_ number: String) {
    guard let consultation = openConsultation else { return }
    if number == consultation.transferer {
      completeConsultation()
    } else if number == consultation.target.number {
      self.consultation?.stage = .failed
    } else if let index = parties.firstIndex(where: { $0.number == number }) {
      // Who was held is gone; the transferer and the target talk on as the call.
      formerParties.append(parties.remove(at: index))
      parties.append(consultation.target)
      self.consultation?.stage = .completed
    }
  }
}

// What samples say.
extension TrackedCall {
  /// Takes a snapshot for every party that it shows.
  package mutating func observe(_ snapshot: Snapshot) {
    guard !isOver else { return }
    for index in parties.indices { parties[index].observe(snapshot) }
    if openConsultation != nil { consultation?.target.observe(snapshot) }
    settleConsultation()
  }

  /// A phone can end a consultation too: who is seen to have left it, has.
  private mutating func settleConsultation() {
    guard let consultation = openConsultation else { return }
    let target = consultation.target
    let isHeld = parties.contains { $0.number != consultation.transferer && $0.track.isHeld }
    self.consultation?.wasHoldSeen = consultation.wasHoldSeen || isHeld
    if consultation.wasHoldSeen, !isHeld, target.quietSamples >= 1 {
      // Whoever was held talks again, and the target has nothing of it.
      self.consultation?.stage = .failed
      return
    }
    guard target.hasBegun else { return }
    let transferer = parties.first { $0.number == consultation.transferer }
    if target.quietSamples >= 2 {
      self.consultation?.stage = .failed
    } else if let transferer, transferer.quietSamples >= 1, target.quietSamples == 0 {
      completeConsultation()
    }
  }
}
