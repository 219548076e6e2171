package import PBXModel

/// What `voicemail` shows.
extension Switchboard {
  /// A page of the messages, oldest first.
  package func voicemails(_ request: ListVoicemails) throws(PBXError) -> Page<Voicemail> {
    try request.validate()
    return Page(rows: [], total: 0)
  }
}
