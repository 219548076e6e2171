import PBXModel

/// Text to speech: a tone for every syllable, as long as a voice would take.
enum Speaking {
  /// So many Unicode scalars are spoken at most, about two minutes.
  static let longestText = 500
  private static let rate = 16_000

  /// The answer of `tts/synthesize`; throws HTTP 422 for a text that is missing or too long.
  static func speak(_ request: SynthesizeSpeech) throws(PBXError) -> Speech {
    try request.validate()
    let count = request.text.unicodeScalars.count
    guard count <= longestText else {
      throw PBXError(
        operation: SynthesizeSpeech.name,
        cause: .invalidParameters(
          "`text` has \(count) characters, at most \(longestText) are spoken"))
    }
    let file = WAVFile(sound(of: request.text))
    return Speech(json: [
      "audio": .string(Base64.encode(file.bytes)), "format": "wav", "vendor": "simulated",
    ])
  }

  /// What a text sounds like; it ends with a short pause.
  static func sound(of text: String) -> Sound {
    let notes = text.unicodeScalars.map { scalar -> Sound.Note in
      switch kind(of: scalar) {
      case .syllable: note(scalar, milliseconds: 220)
      case .letter: note(scalar, milliseconds: 70)
      case .gap: Sound.Note(frequency: nil, samples: samples(milliseconds: 80))
      case .stop: Sound.Note(frequency: nil, samples: samples(milliseconds: 250))
      case .nothing: Sound.Note(frequency: nil, samples: 0)
      }
    }
    return Sound(
      rate: rate, notes: notes + [Sound.Note(frequency: nil, samples: samples(milliseconds: 100))])
  }

  private enum Kind {
    /// A character that is a syllable by itself, as a Chinese one, or a digit, which is read out.
    case syllable
    /// One of several that make a syllable.
    case letter
    case gap
    case stop
    /// A mark on the one before it.
    case nothing
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    let properties = scalar.properties
    if properties.isIdeographic || properties.numericType != nil { return .syllable }
    switch properties.generalCategory {
    // What has no case, such as kana and hangul, is written by the syllable.
    case .otherLetter: return .syllable
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter: return .letter
    case .spaceSeparator: return .gap
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .nothing
    default: return .stop
    }
  }

  private static func note(_ scalar: Unicode.Scalar, milliseconds: Int) -> Sound.Note {
    Sound.Note(
      frequency: 200 + Int(scalar.value % 40) * 10, samples: samples(milliseconds: milliseconds))
  }

  private static func samples(milliseconds: Int) -> Int { milliseconds * rate / 1000 }
}
