import CEditShim

/// How many columns of a terminal characters take, as the C library that libedit asks counts them.
package enum TextWidth {
  /// Without it the C library counts only ASCII; done once, before the first question.
  private static let isUTF8: Void = cedit_use_utf8()

  package static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// 2 for wide characters, 0 for combining ones, 1 where nothing is known.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7f { return 1 }
    _ = isUTF8
    let width = cedit_character_width(wchar_t(bitPattern: scalar.value))
    return width < 0 ? 1 : Int(width)
  }

  /// As much of a text as fits.
  package static func prefix(of text: String, columns: Int) -> String {
    var used = 0
    let kept = text.unicodeScalars.prefix {
      used += Self.columns(of: $0)
      return used <= columns
    }
    return String(kept)
  }
}
