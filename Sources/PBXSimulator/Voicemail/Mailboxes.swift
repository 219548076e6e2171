import PBXModel

/// A channel's stay at a voicemail box.
struct MailboxVisit: Hashable, Sendable {
  let box: Mailbox
  /// When the greeting was over; nil before.
  var messageBegin: Timestamp?
  /// What it waits for; an earlier timer means nothing any more.
  var timer = 0
}

/// Voicemail: a caller hears the greeting and leaves a message.
extension Switchboard {
  /// What a box greets with, by the options of Asterisk's application.
  enum Greeting: String {
    case unavailable = "us"
    case busy = "bs"
  }

  mutating func enterMailbox(_ number: String, _ id: ChannelID, greeting: Greeting) {
    guard let box = mailboxes.box(number) else {
      end(id, cause: .normalClearing)
      return
    }
    channels[id]?.record?.application = "VoiceMail"
    channels[id]?.record?.applicationData = "\(number)@default,\(greeting.rawValue)"
    channels[id]?.application = .mailbox(number)
    channels[id]?.mailboxVisit = MailboxVisit(box: box)
    putThrough(id)
    waitForMessage(box.greeting, on: id)
    endIfDeserted(id)
  }

  /// Sends a caller to the box of the extension that did not take the call, where it has one that
  /// takes such calls; answers whether it did.
  ///
  /// The attempt keeps its own record, and the box gets a second one, as an Asterisk writes them
  /// whose dialplan goes on after `Dial`.
  mutating func divertToMailbox(_ id: ChannelID, after status: RecordDraft.DialStatus) -> Bool {
    guard let channel = channels[id], let line = channel.dialledLine else { return false }
    channels[id]?.dialledLine = nil
    guard let box = phones[line]?.mailbox.flatMap({ mailboxes.box($0) }),
      status == .busy ? box.takesBusy : box.takesUnanswered
    else { return false }
    channels[id]?.record?.hangupCause = status == .busy ? .userBusy : .noAnswer
    let attempt = closeRecord(of: id)
    openRecord(
      for: id, to: "vm\(box.number)", direction: attempt?.direction ?? "", isAnswered: true)
    enterMailbox(box.number, id, greeting: status == .busy ? .busy : .unavailable)
    return true
  }

  /// The greeting is over, and the message begins; or the longest message is over, and the call.
  mutating func continueMessage(_ id: ChannelID, timer: Int) {
    guard let visit = channels[id]?.mailboxVisit, visit.timer == timer else { return }
    guard visit.messageBegin == nil else { return end(id, cause: .normalClearing) }
    channels[id]?.mailboxVisit?.messageBegin = now
    waitForMessage(visit.box.longestMessage, on: id)
  }

  /// `#` skips the greeting, and ends the message.
  mutating func pressInMailbox(_ key: Character, on id: ChannelID) {
    guard key == "#", let visit = channels[id]?.mailboxVisit else { return }
    continueMessage(id, timer: visit.timer)
  }

  /// The message of a channel that ends is in the box; one that is too short is none.
  mutating func leaveMessage(of id: ChannelID) {
    guard let channel = channels[id], let visit = channel.mailboxVisit,
      let begin = visit.messageBegin
    else { return }
    channels[id]?.mailboxVisit = nil
    guard begin < now, begin.duration(to: now) >= visit.box.shortestMessage else { return }
    let path = SoundPath.text(
      in: "voicemail", at: begin, from: channel.callerNumber, to: visit.box.number,
      uniqueid: channel.uniqueid, zone: world.zone)
    mailboxes.append(
      VoicemailMessage(
        caller: channel.callerNumber, box: visit.box.number, begin: begin, end: now, path: path,
        uniqueid: channel.uniqueid))
  }

  /// Marks a message as read or unread; throws `voicemail/mark`'s failure where there is none.
  mutating func mark(_ request: MarkVoicemail) throws(PBXError) {
    try request.validate()
    guard let number = Int(request.id), mailboxes.mark(number, isRead: request.isRead == "yes")
    else { throw MarkVoicemail.failed("there is no message \(request.id)") }
  }

  private mutating func waitForMessage(_ duration: Duration, on id: ChannelID) {
    let timer = Counters.take(&counters.timers)
    channels[id]?.mailboxVisit?.timer = timer
    schedule(.continueMessage(id, timer: timer), after: duration)
  }
}
