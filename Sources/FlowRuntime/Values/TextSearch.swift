/// Looks for a part of texts by its bytes, in a time linear in both: no locale, no normalisation.
///
/// The bytes of the text are read once, in order: where one does not go on with the part, what
/// fitted so far says what can still fit (the search of Knuth, Morris and Pratt).
package struct TextSearch {
  private let part: [UInt8]
  /// By how many bytes fit: how many of the last of them are the first bytes of the part again.
  private let borders: [Int]

  package init(for part: String) {
    self.part = Array(part.utf8)
    var borders = [0, 0]
    borders.reserveCapacity(self.part.count + 1)
    var length = 0
    for byte in self.part.dropFirst() {
      length = Self.extended(length, by: byte, of: self.part, borders)
      borders.append(length)
    }
    self.borders = borders
  }

  /// Whether a part stands anywhere in a text; an empty one stands in every text.
  package static func contains(_ text: String, _ part: String) -> Bool {
    guard part.utf8.count <= text.utf8.count else { return false }
    return TextSearch(for: part).firstRange(in: Array(text.utf8), from: 0) != nil
  }

  /// Where the part first stands from an offset on.
  package func firstRange(in text: [UInt8], from start: Int) -> Range<Int>? {
    if part.isEmpty { return start..<start }
    var length = 0
    for index in start..<text.count {
      length = Self.extended(length, by: text[index], of: part, borders)
      if length == part.count { return (index + 1 - length)..<(index + 1) }
    }
    return nil
  }

  /// How many bytes of the part fit once a byte follows some of them.
  private static func extended(
    _ length: Int, by byte: UInt8, of part: [UInt8], _ borders: [Int]
  ) -> Int {
    var length = length
    while part[length] != byte {
      if length == 0 { return 0 }
      length = borders[length]
    }
    return length + 1
  }
}
