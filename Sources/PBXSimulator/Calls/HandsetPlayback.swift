import PBXModel

/// Playing a recording on a phone.
extension Switchboard {
  /// Rings an extension, and plays a recording when it answers.
  ///
  /// Throws `call/handsetPlay`'s failure where there is no such extension. Whether there is such a
  /// recording shows only then: without one the phone is hung up as soon as it has answered.
  mutating func playOnHandset(_ request: PlayOnHandset) throws(PBXError) {
    try request.validate()
    // Asterisk's applications take a recording's path without its extension.
    let ending = ".wav"
    let path = request.filename
    let stem = path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path
    try originate(
      OriginatedApplication(name: "Playback", data: stem, work: .play(stem + ending)),
      on: request.extension, orThrow: PlayOnHandset.failed)
  }

  /// Plays a recording, and ends the call after it.
  mutating func play(_ path: String, on id: ChannelID) {
    channels[id]?.application = .playback
    guard let length = soundLength(at: path) else {
      end(id, cause: .unknown)
      return
    }
    schedule(.endPlayback(id), after: length)
  }

  /// The recording is over: so is the call.
  mutating func endPlayback(_ id: ChannelID) {
    guard channels[id]?.application == .playback else { return }
    end(id, cause: .unknown)
  }

  /// How long a sound is, by its absolute path; nil where there is none.
  ///
  /// What the API serves below `monitor/` and `voicemail/` lies in Asterisk's spool.
  private func soundLength(at path: String) -> Duration? {
    let spool = "/var/spool/asterisk/"
    if path.hasPrefix(spool), let made = recordingLength(at: String(path.dropFirst(spool.count))) {
      return made
    }
    return world.recordings[path]
  }
}
