/// Where the cursor stands after some text, counted from the prompt's first row, as libedit draws.
///
/// It is needed to find the prompt's row again when something is printed above it.
struct CursorPosition: Hashable {
  /// The terminal's width.
  let width: Int
  private(set) var row = 0
  private(set) var column = 0

  init(width: Int) {
    self.width = width
  }

  mutating func advance(over scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { advance(over: scalar) }
  }

  private mutating func advance(over scalar: Unicode.Scalar) {
    if scalar == "\n" {
      row += 1
      column = 0
      return
    }
    let columns = Self.drawnColumns(of: scalar, at: column)
    // A wide character that does not fit moves to the next row as a whole.
    if column + columns > width {
      row += 1
      column = 0
    }
    column += columns
    if column >= width {
      row += 1
      column = 0
    }
  }

  /// Control characters are drawn as `^X`, tabs up to the next stop.
  private static func drawnColumns(of scalar: Unicode.Scalar, at column: Int) -> Int {
    if scalar == "\t" { return 8 - column % 8 }
    if scalar.value < 0x20 || scalar.value == 0x7f { return 2 }
    return TextWidth.columns(of: scalar)
  }
}
