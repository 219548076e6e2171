/// What calls and messages sound like.
extension Sound {
  /// As an Asterisk writes its files.
  static let telephoneRate = 8_000

  /// A conversation: each party has a tone of its own and speaks for a second, in turn.
  init(_ call: RecordedCall) {
    self.init(speakers: [call.caller, call.called], length: call.length)
  }

  /// A message: its caller speaks, a second at a time.
  init(_ message: VoicemailMessage) {
    self.init(speakers: [message.caller], length: message.length)
  }

  private init(speakers: [String], length: Duration) {
    var notes: [Note] = []
    for (place, speaker) in speakers.enumerated() {
      notes += [
        Note(frequency: Self.frequency(of: speaker, place), samples: Self.telephoneRate),
        Note(frequency: nil, samples: Self.telephoneRate / 4),
      ]
    }
    self.init(rate: Self.telephoneRate, notes: notes, length: length)
  }

  /// A number's tone, 300 to 690 Hz for a caller, and 700 to 1090 Hz for the called party.
  private static func frequency(of number: String, _ place: Int) -> Int {
    let sum = number.utf8.reduce(0) { ($0 * 31 + Int($1)) % 40 }
    return 300 + 400 * place + 10 * sum
  }
}
