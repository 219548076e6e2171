import CEditShim
import Glibc

/// Reads lines from a file, a pipe or a terminal that cannot move its cursor: no editing, no
/// history, and Ctrl-C is left to the program.
final class PlainReader: LineReader {
  private let mailbox: Mailbox
  private var pending: [UInt8] = []
  private var isAtEnd = false

  init(mailbox: Mailbox) {
    self.mailbox = mailbox
  }

  func read(_ request: Mailbox.ReadRequest) -> Input {
    if isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 {
      Self.write(PromptText(request.prompt).visibleText)
    }
    while true {
      if let line = takeLine() { return .line(line) }
      if isAtEnd { return .end }
      let waiter = InputWaiter(mailbox: mailbox)
      let wake = waiter.wait(
        for: request, show: { $0.forEach(print) }, remember: { _ in }, handle: { _ in })
      switch wake {
      case .input: fill()
      case .interrupted: return .interrupted
      case .cancelled: return .end
      }
    }
  }

  func print(_ text: String) {
    Self.write(text + "\n")
  }

  func remember(_ entry: String) {}

  func receive(signal: Int32) {}

  func close() {}

  static func write(_ text: String) {
    var text = text
    text.withUTF8 { if let base = $0.baseAddress { cedit_write(base, $0.count) } }
  }

  private func fill() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
    if count > 0 {
      pending += chunk[..<count]
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    }
  }

  /// The next line without its end; at the end of the input also one that has none.
  private func takeLine() -> String? {
    let end = pending.firstIndex(of: UInt8(ascii: "\n"))
    guard let end = end ?? (isAtEnd && !pending.isEmpty ? pending.endIndex : nil) else {
      return nil
    }
    var line = pending[..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    pending.removeSubrange(..<min(end + 1, pending.endIndex))
    return text
  }
}
