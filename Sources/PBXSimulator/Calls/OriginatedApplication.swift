import PBXModel

/// The application that an originated channel runs once its phone has answered.
struct OriginatedApplication: Hashable, Sendable {
  enum Work: Hashable, Sendable {
    /// Answers in place of a channel that rings.
    case pickUp(ChannelID)
    /// Listens to a channel.
    case spy(ChannelID, SpyMode)
    /// Plays a recording, by its absolute path.
    case play(String)
  }

  /// As records show it, such as `ChanSpy`.
  var name: String
  /// As records show it, such as `PJSIP/8001-00000002,qE`.
  var data: String
  var work: Work
}

/// Beginning and running applications.
extension Switchboard {
  /// Rings an extension, and runs an application when it answers.
  ///
  /// Throws what `refuse` makes of it where there is no such extension. Nothing comes of it where
  /// the extension is not registered, just as with `call/dial`.
  mutating func originate(
    _ application: OriginatedApplication, on number: String,
    orThrow refuse: (String) -> PBXError
  ) throws(PBXError) {
    guard let line = phones[number] else { throw refuse("there is no extension \(number)") }
    guard let id = ring(line) else { return }
    channels[id]?.originated = application
  }

  /// The phone has answered.
  mutating func runApplication(_ id: ChannelID) {
    guard let application = channels[id]?.originated else { return }
    channels[id]?.originated = nil
    channels[id]?.record?.application = application.name
    channels[id]?.record?.applicationData = application.data
    switch application.work {
    case .pickUp(let ringing): pickUp(ringing, with: id)
    case .spy(let spied, let mode): spy(on: spied, mode, with: id)
    case .play(let path): play(path, on: id)
    }
  }
}
