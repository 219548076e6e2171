package import PBXModel

/// What `voicemail` shows.
extension Switchboard {
  /// A page of the messages that began in a span of time, in the order in which they ended: pages
  /// stay what they are while others are left.
  package func voicemails(_ request: ListVoicemails) throws(PBXError) -> Page<Voicemail> {
    try request.validate()
    let rows = mailboxes.messages.enumerated().filter { _, message in
      let date = world.zone.format(message.begin)
      return request.start <= date && date <= request.end
        && (request.isRead.map { ($0 == "yes") == message.isRead } ?? true)
    }
    return page(request.page, of: request.pageSize, rows) { place, message in
      message.row(id: place + 1, zone: world.zone)
    }
  }
}
