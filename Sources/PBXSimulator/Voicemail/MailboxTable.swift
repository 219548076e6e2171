import PBXModel

/// The voicemail boxes of a system, and the messages in them.
struct MailboxTable: Sendable {
  private let boxes: [String: Mailbox]
  /// In the order in which they ended; a message's number is its place, from 1.
  private(set) var messages: [VoicemailMessage] = []
  private var placesByPath: [String: Int] = [:]

  init(world: World) {
    boxes = Dictionary(
      world.mailboxes.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A box by its number.
  func box(_ number: String) -> Mailbox? { boxes[number] }

  /// A message by the path of its sound file.
  func message(at path: String) -> VoicemailMessage? {
    placesByPath[path].map { messages[$0] }
  }

  mutating func append(_ message: VoicemailMessage) {
    placesByPath[message.path] = messages.count
    messages.append(message)
  }

  /// Marks a message as read or unread; false where there is none of that number.
  mutating func mark(_ number: Int, isRead: Bool) -> Bool {
    guard messages.indices.contains(number - 1) else { return false }
    messages[number - 1].isRead = isRead
    return true
  }
}

/// A message in a voicemail box.
struct VoicemailMessage: Hashable, Sendable {
  var caller: String
  var box: String
  /// When the greeting was over.
  var begin: Timestamp
  var end: Timestamp
  var isRead = false
  /// Below the PBX's address.
  var path: String
  var uniqueid: String

  var length: Duration { begin.duration(to: end) }

  /// The row of the API.
  func row(id: Int, zone: PBXTimeZone) -> Voicemail {
    Voicemail(json: [
      "id": .integer(id), "calldate": .string(zone.format(begin)), "callerid": .string(caller),
      "dst": .string(box), "is_read": isRead ? "yes" : "no",
      "duration": .integer(Int(length.components.seconds)),
      "hangup_time": .string(zone.format(end)), "recording": .string(path),
      "uniqueid": .string(uniqueid),
    ])
  }
}
