import CEditShim
import Glibc

/// Reads lines with libedit; made, used and closed on the editor's thread alone.
///
/// Unsafe spots, all on that thread: libedit holds an unretained pointer to this object as client
/// data and uses it only inside `el_wgets` and `EL_REFRESH`, both called by this object's methods,
/// so it is alive; the prompt's buffer is replaced only between lines.
final class TerminalReader: LineReader {
  let edit: OpaquePointer
  let mailbox: Mailbox
  let completer: Completer
  private let history: History
  private let signals: SignalRouting
  var decoder = ScalarDecoder()
  /// A byte that ended a malformed character and is still to be looked at.
  var pendingByte: UInt8?
  /// The request that is being read, nil between lines.
  private(set) var request: Mailbox.ReadRequest?
  /// Why the line was given up, nil while it is not.
  var abandonment: Wake?
  private var prompt = PromptText("")
  /// The prompt as libedit reads it, ending in a zero.
  private var promptBuffer: UnsafeMutablePointer<wchar_t>

  /// Nil where there is no terminal, or none that libedit can use.
  init?(_ configuration: LineEditor.Configuration, mailbox: Mailbox) {
    guard configuration.isInteractive else { return nil }
    cedit_use_utf8()
    guard let edit = cedit_open(configuration.program) else { return nil }
    guard let history = History(configuration.history) else {
      el_end(edit)
      return nil
    }
    self.edit = edit
    self.mailbox = mailbox
    self.completer = configuration.completer
    self.history = history
    self.promptBuffer = Self.makeBuffer(prompt)
    self.signals = SignalRouting(to: mailbox.bellWriter)
    setUp()
  }

  private func setUp() {
    cedit_set_data(edit, Unmanaged.passUnretained(self).toOpaque())
    cedit_set_int(edit, EL_SIGNAL, 0)
    cedit_set_key_map(edit, "emacs")
    cedit_set_prompt(
      edit, { TerminalReader.of($0).currentPrompt },
      wchar_t(bitPattern: PromptText.fence.value))
    cedit_set_reader(edit, { TerminalReader.of($0).readCharacter(into: $1) })
    cedit_set_history(edit, history.handle)
    cedit_add_function(
      edit, "callflow-complete", "Complete the word before the cursor",
      { edit, _ in TerminalReader.of(edit).complete() })
    bindKeys()
    // The user's own settings come last and win.
    el_source(edit, nil)
    // Choosing vi's key map forgets the bindings made before.
    if cedit_is_vi(edit) == 1 { cedit_bind(edit, "^I", "callflow-complete") }
  }

  private func bindKeys() {
    let bindings = [
      ("^I", "callflow-complete"),
      ("^R", "em-inc-search-prev"),
      ("^S", "em-inc-search-next"),
      ("\\e[3~", "ed-delete-next-char"),
      ("\\e[1;5C", "em-next-word"),
      ("\\e[1;5D", "ed-prev-word"),
    ]
    for (key, function) in bindings { cedit_bind(edit, key, function) }
  }

  func read(_ request: Mailbox.ReadRequest) -> Input {
    self.request = request
    defer { self.request = nil }
    abandonment = nil
    prompt = PromptText(request.prompt)
    promptBuffer.deallocate()
    promptBuffer = Self.makeBuffer(prompt)

    // libedit itself does this only behind the prompt: a key typed at once would be lost to the
    // terminal's own line editing, Ctrl-D above all.
    cedit_set_int(edit, EL_PREP_TERM, 1)
    var count: Int32 = 0
    guard let characters = el_wgets(edit, &count), count > 0 else { return endWithoutLine() }
    var line = String.UnicodeScalarView()
    for character in UnsafeBufferPointer(start: characters, count: Int(count)) {
      if let scalar = Unicode.Scalar(UInt32(bitPattern: character)) { line.append(scalar) }
    }
    if line.last == "\n" { line.removeLast() }
    return .line(String(line))
  }

  private func endWithoutLine() -> Input {
    switch abandonment {
    case .interrupted:
      Self.write("^C\n")
      return .interrupted
    case .cancelled, .input, nil:
      Self.write("\n")
      return .end
    }
  }

  func print(_ text: String) {
    Self.write(text + "\n")
  }

  func remember(_ entry: String) {
    history.add(entry)
  }

  func receive(signal: Int32) {
    switch signal {
    // The terminal has echoed `^C`.
    case SIGINT: Self.write("\n")
    case SIGTSTP: SignalRouting.stopProcess()
    case SIGWINCH: el_resize(edit)
    default: break
    }
  }

  func close() {
    signals.end()
    el_end(edit)
    history.close()
    promptBuffer.deallocate()
  }

  /// Shows a text above the line that is being typed, which stays as it is; nil only draws anew.
  func printAbove(_ text: String?) {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cedit_window_size(&rows, &columns)
    var position = CursorPosition(width: Int(columns))
    position.advance(over: prompt.visible)
    position.advance(over: line.scalars[..<line.cursor])

    // What has scrolled off the screen cannot be reached.
    let rowsUp = min(position.row, Int(rows) - 1)
    var output = rowsUp > 0 ? "\u{1b}[\(rowsUp)A" : ""
    output += "\r\u{1b}[J"
    if let text {
      for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
        output += part + "\r\n"
      }
    }
    Self.write(output)
    cedit_refresh(edit)
  }

  /// Stops the process with the terminal as the user's shell expects it, and redraws afterwards.
  func suspend() {
    cedit_set_int(edit, EL_PREP_TERM, 0)
    Self.write("\n")
    SignalRouting.stopProcess()
    cedit_set_int(edit, EL_PREP_TERM, 1)
    el_resize(edit)
    cedit_refresh(edit)
  }

  /// The line as typed so far, and how many scalars stand before the cursor.
  var line: (scalars: [Unicode.Scalar], cursor: Int) {
    let info = el_wline(edit).pointee
    let count = info.lastchar - info.buffer
    let characters = UnsafeBufferPointer(start: info.buffer, count: count)
    // One scalar a character, so that positions stay the same.
    let scalars = characters.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{fffd}" }
    return (scalars, info.cursor - info.buffer)
  }

  private var currentPrompt: UnsafePointer<wchar_t> { UnsafePointer(promptBuffer) }

  private static func makeBuffer(_ prompt: PromptText) -> UnsafeMutablePointer<wchar_t> {
    let buffer = UnsafeMutablePointer<wchar_t>.allocate(capacity: prompt.fenced.count + 1)
    for (index, scalar) in prompt.fenced.enumerated() {
      buffer[index] = wchar_t(bitPattern: scalar.value)
    }
    buffer[prompt.fenced.count] = 0
    return buffer
  }

  /// The object behind a callback of libedit; set before the first one.
  private static func of(_ edit: OpaquePointer) -> TerminalReader {
    guard let data = cedit_data(edit) else { preconditionFailure("the editor has no reader") }
    return Unmanaged<TerminalReader>.fromOpaque(data).takeUnretainedValue()
  }

  static func write(_ text: String) {
    PlainReader.write(text)
  }
}
