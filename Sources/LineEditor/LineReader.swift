/// Reads lines on the editor's thread; the only user of the standard streams while it lives.
protocol LineReader: AnyObject {
  /// Blocks until there is a line or the request is given up.
  func read(_ request: Mailbox.ReadRequest) -> Input
  /// Prints a text and a line end while no line is being read.
  func print(_ text: String)
  func remember(_ entry: String)
  /// Handles a signal that came while no line was being read.
  func receive(signal: Int32)
  /// Puts the terminal and the signals back.
  func close()
}

/// Why waiting for input ended.
enum Wake {
  /// A byte, or the end of the input, can be read.
  case input
  /// Ctrl-C.
  case interrupted
  /// The request was given up, or the editor is being closed.
  case cancelled
}
