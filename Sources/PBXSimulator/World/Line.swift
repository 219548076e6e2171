package import PBXModel

/// An extension and its phone.
package struct Line: Hashable, Sendable {
  /// Whether the PBX can reach the phone.
  package enum Contact: String, Hashable, Sendable, CaseIterable {
    case registered
    case unregistered
    /// An address where nothing listens: an invitation is never answered, not even with a ring.
    case unreachable
    /// The number is routed, but no endpoint is configured for it.
    case missing
  }

  package var number: String
  /// The name that it shows beside its number; none where it is empty.
  package var name: String
  package var contact: Contact
  package var behavior: PhoneBehavior
  /// From that many calls on its state is `Busy`; never where it is nil.
  package var busyAt: Int?
  /// Whether a phone in a call rings for another one; without it that caller finds it busy.
  package var hasCallWaiting: Bool
  /// So many calls at a time, a further one finds it busy; without limit where it is nil.
  package var callLimit: Int?
  package var recording: RecordingPolicy
  /// The box that its unanswered calls go to; none where it is nil.
  package var mailbox: String?

  package init(
    number: String, name: String = "", contact: Contact = .registered,
    behavior: PhoneBehavior = .answers(after: .seconds(1)), busyAt: Int? = nil,
    hasCallWaiting: Bool = true, callLimit: Int? = nil, recording: RecordingPolicy = .dontcare,
    mailbox: String? = nil
  ) {
    self.number = number
    self.name = name
    self.contact = contact
    self.behavior = behavior
    self.busyAt = busyAt
    self.hasCallWaiting = hasCallWaiting
    self.callLimit = callLimit
    self.recording = recording
    self.mailbox = mailbox
  }
}

/// Whether an extension's calls are recorded.
package enum RecordingPolicy: String, Hashable, Sendable, CaseIterable {
  /// Always.
  case force
  /// As the other end has it.
  case dontcare
  /// Never.
  case never
  /// From when its phone asks for it in the call.
  case onetouch
}
