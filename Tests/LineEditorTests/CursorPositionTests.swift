import Testing

@testable import LineEditor

@Suite struct CursorPositionTests {
  @Test(arguments: [
    ("", 10, 0, 0),
    ("abc", 10, 0, 3),
    ("0123456789", 10, 1, 0),
    ("打电话", 10, 0, 6),
    // A wide character does not fit into the last column.
    ("012345678打", 10, 1, 2),
    ("a\nbc", 10, 1, 2),
    ("\t1", 20, 0, 9),
    ("\u{3}", 10, 0, 2),
    ("e\u{301}x", 10, 0, 2),
  ])
  func `the cursor stands where libedit draws it`(
    text: String, width: Int, row: Int, column: Int
  ) {
    var position = CursorPosition(width: width)
    position.advance(over: text.unicodeScalars)
    #expect(position.row == row)
    #expect(position.column == column)
  }
}
