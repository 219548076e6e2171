import CEditShim
import Glibc

/// What libedit calls for every character.
extension TerminalReader {
  /// Reads one character from the terminal, handling messages and signals while it waits: 1 on
  /// success, 0 at the end of the input, -1 to give the line up.
  func readCharacter(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    guard let request else { return -1 }
    while true {
      guard let byte = pendingByte else {
        switch waitForKey(of: request) {
        case .input:
          guard readByte() else { return 0 }
        case .interrupted:
          return abandon(.interrupted)
        case .cancelled:
          return abandon(.cancelled)
        }
        continue
      }
      pendingByte = nil
      switch decoder.feed(byte) {
      case .incomplete: continue
      case .scalar(let scalar):
        character.pointee = wchar_t(bitPattern: scalar.value)
        return 1
      case .invalid(let isConsumed):
        if !isConsumed { pendingByte = byte }
        character.pointee = 0xfffd
        return 1
      }
    }
  }

  private func waitForKey(of request: Mailbox.ReadRequest) -> Wake {
    InputWaiter(mailbox: mailbox).wait(
      for: request,
      show: { printAbove($0.joined(separator: "\n")) },
      remember: { remember($0) },
      handle: { handle($0) })
  }

  private func handle(_ signal: Int32) {
    if signal == SIGWINCH {
      el_resize(edit)
      printAbove(nil)
    } else if signal == SIGTSTP {
      suspend()
    }
  }

  /// Reads a byte that is there; false at the end of the input.
  private func readByte() -> Bool {
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count < 0 && errno == EINTR { continue }
      guard count == 1 else { return false }
      pendingByte = byte
      return true
    }
  }

  private func abandon(_ reason: Wake) -> Int32 {
    decoder = ScalarDecoder()
    abandonment = reason
    return -1
  }
}
