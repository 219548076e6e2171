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
    /// Hears music until the channel that put it on hold takes it back.
    case onHold(by: ChannelID)
    /// Waits in silence beside the channel that it has put on hold.
    case holding(ChannelID)
    /// Hears music in that space of the parking lot.
    case parked(space: Int)
  }

  let id: ChannelID
  let name: String
  let uniqueid: String
  /// What identifies the call; another one after it has joined an older call.
  var linkedid: String
  let created: Timestamp
  let device: Device
  /// The extension or the outside number at its other end.
  let number: String
  /// The same as a carrier is sent it: another one where a dial pattern strips or adds keys.
  let sentNumber: String
  /// The number it shows to others and to its records.
  var callerNumber: String
  /// The name it shows beside that.
  var callerName: String
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
  /// Whose hold key, or consultation, has it hear music in its bridge.
  var holder: ChannelID?
  /// Whom its phone's hold key has put on hold: the phone at the far end of its conversation.
  var keyHold: ChannelID?
  /// The other half of a pair.
  var otherHalf: ChannelID?
  /// The record that is being written, where it is this channel's.
  var record: RecordDraft?
  /// Records that are complete; they are handed out when the channel ends.
  var finishedRecords: [RecordDraft] = []

  /// What it is found under: half a pair under nothing.
  var ownNumbers: [String] {
    if device == .local { return [] }
    return sentNumber == number ? [number] : [number, sentNumber]
  }

  /// Whether it shows `On Hold`.
  var isHeld: Bool { holder != nil }

  /// The channel that it shares a hold by the API with, from either side.
  var holdPartner: ChannelID? {
    switch application {
    case .onHold(by: let other), .holding(let other): other
    case .none, .dial, .mailbox, .menu, .parked, .playback, .queue, .spy: nil
    }
  }

  var party: PBXEvent.Party {
    PBXEvent.Party(number: number, channel: name, uniqueid: uniqueid, linkedid: linkedid)
  }
}
