/// What `tts/synthesize` answers: a sound file.
public struct Speech: RecordAnswer {
  public static let recordName = "speech"
  public static let fields = [
    RecordField("audio", "A WAV file (16 kHz, 16 bit, mono) in base64."),
    RecordField("format", "Such as `wav`."),
    RecordField("vendor", "Who spoke it."),
  ]

  public var json: JSONObject

  public init(json: JSONObject) {
    self.json = json
  }

  /// Nil where the answer has no sound.
  public init?(data: JSONValue, total: Int) {
    guard let json = data.object, json["audio"] != nil else { return nil }
    self.init(json: json)
  }

  /// A WAV file in base64.
  public var audio: String { text("audio") }

  /// The one of the vendor's document, cut short there.
  package static let example = Speech(json: [
    "audio": "UklGRmSxAABXQVZFZm10IBAAAAABAAEAgD4AAAB9AAACABAAZGF0YUCxAAAAAAAAAAAAAAAAAA....",
    "format": "wav", "vendor": "jTTS",
  ])
}
