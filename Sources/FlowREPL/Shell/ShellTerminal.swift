package import LineEditor

/// What the shell needs of a terminal: the line editor, or a script of lines in a test.
package protocol ShellTerminal: Sendable {
  /// The width in columns.
  var columns: Int { get }
  func readLine(prompt: String) async -> Input
  /// Prints a text on lines of its own, above a line that is being typed.
  func notify(_ text: String)
  /// Keeps an entry in the history.
  func remember(_ entry: String)
  /// What Ctrl-C does while no line is being typed.
  func onInterrupt(_ action: (@Sendable () -> Void)?)
  /// Puts the terminal back; nothing is read or printed afterwards.
  func close() async
}

extension LineEditor: ShellTerminal {}
