package import PBXModel

/// Something that happened on the simulated telephone system, with its moment.
package struct PBXEvent: Hashable, Sendable {
  /// What happened, and to whom.
  package enum Kind: Hashable, Sendable {
    case created(Party)
    case ringing(Party)
    case answered(Party)
    case bridged(Party, Party)
    case held(Party)
    case resumed(Party)
    case queued(Party, queue: String)
    case parked(Party, space: Int)
    case ended(Party, HangupCause)
    /// An extension's or a trunk's state is another one.
    case stateChanged(endpoint: String, DeviceState)
    case recorded(CallRecord)
  }

  /// One end of a call.
  package struct Party: Hashable, Sendable {
    /// The extension or the outside number.
    package var number: String
    /// The channel's name, such as `PJSIP/8001-00000002`.
    package var channel: String
    package var uniqueid: String
    package var linkedid: String
  }

  package var moment: Timestamp
  package var kind: Kind
}
