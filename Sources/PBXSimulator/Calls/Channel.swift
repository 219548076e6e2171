import PBXModel

/// A channel's number; never given a second time.
struct ChannelID: Hashable, Sendable, Comparable {
  var rawValue: Int

  static func < (left: ChannelID, right: ChannelID) -> Bool { left.rawValue < right.rawValue }
}

/// A bridge's number; never given a second time.
struct BridgeID: Hashable, Sendable {
  var rawValue: Int
}

/// What a channel leads to.
enum Device: Hashable, Sendable {
  case line(String)
  case trunk(String)
  /// One half of a pair inside the telephone system.
  case local

  /// The name that its state is shown under, nil where it has none.
  var endpoint: String? {
    switch self {
    case .line(let number): number
    case .trunk(let name): name
    case .local: nil
    }
  }
}

/// One leg of a call.
struct Channel: Sendable {
  enum State: Hashable, Sendable {
    /// Made, but nothing is known of the phone yet.
    case down
    /// Calls in: waits for its dialplan.
    case ring
    /// Calls in and hears that the other end rings.
    case ringback
    /// Is called and rings.
    case ringing
    case up
  }

  /// What its dialplan does at the moment.
  enum Application: Hashable, Sendable {
    case none
    /// Calls another party, until that answers.
    case dial(ChannelID)
    case queue(String)
    case menu(String)
    case mailbox(String)
    /// Plays a recording on the phone.
    case playback
    /// Listens to another channel.
    case spy(ChannelID, SpyMode)
  }

  let id: ChannelID
  let name: String
  let uniqueid: String
  /// The call that it belongs to; another one after it has picked that up.
  var linkedid: String
  let created: Timestamp
  let device: Device
  /// The extension or the outside number at its other end.
  let number: String
  /// The number it shows to others and to its records.
  var callerNumber: String
  var state: State
  var application = Application.none
  var menuVisit: MenuVisit?
  var mailboxVisit: MailboxVisit?
  /// The keys that it pressed in menus.
  var pressedKeys = ""
  /// When it pressed the star that may begin a feature code.
  var starPressed: Timestamp?
  /// The extension that its dialplan calls, whose box takes over where nobody answers.
  var dialledLine: String?
  /// Who called it; nil for one that was not called by a channel.
  var caller: ChannelID?
  /// Where the dialplan leads once an originated channel has answered.
  var destination: Destination?
  /// What an originated channel runs once it has answered, where it calls nobody.
  var originated: OriginatedApplication?
  var bridge: BridgeID?
  var isHeld = false
  /// The other half of a pair.
  var otherHalf: ChannelID?
  /// The record that is being written, where it is this channel's.
  var record: RecordDraft?
  /// Records that are complete; they are handed out when the channel ends.
  var finishedRecords: [RecordDraft] = []

  var party: PBXEvent.Party {
    PBXEvent.Party(number: number, channel: name, uniqueid: uniqueid, linkedid: linkedid)
  }
}
