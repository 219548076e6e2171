import PBXModel

/// The paths of sound files, such as
/// `monitor/20241115/20241115-103135-8002-8003-hwd-1731637895.49.wav`.
enum SoundPath {
  /// - Parameters:
  ///   - folder: `monitor` or `voicemail`.
  ///   - moment: when the call, or the message, began.
  static func text(
    in folder: String, at moment: Timestamp, from caller: String, to called: String,
    uniqueid: String, zone: PBXTimeZone
  ) -> String {
    let parts = zone.format(moment).split(separator: " ").map { part in
      String(part.filter(\.isNumber))
    }
    let day = parts.first ?? ""
    let name = (parts + [safe(caller), safe(called), safe(uniqueid)]).joined(separator: "-")
    return "\(folder)/\(day)/\(name).wav"
  }

  /// What may stand in a file's name, and in an address without an escape; a number may hold
  /// anything, `*` and a slash too.
  private static func safe(_ text: String) -> String {
    String(
      text.map { character in
        character.isASCII && (character.isLetter || character.isNumber || "+-.".contains(character))
          ? character : "_"
      })
  }
}
