import Glibc

/// Waits for a key and for the program at once, so that messages are seen in every state of the
/// editor: half a key sequence, a search, an empty line.
struct InputWaiter {
  let mailbox: Mailbox

  /// Waits until standard input can be read or the line is given up.
  ///
  /// - Parameters:
  ///   - show: prints texts while the line stays as it is.
  ///   - handle: handles a signal other than Ctrl-C.
  func wait(
    for request: Mailbox.ReadRequest, show: ([String]) -> Void, remember: (String) -> Void,
    handle: (Int32) -> Void
  ) -> Wake {
    while true {
      // The queue is looked at before every wait: its bell may have been emptied already.
      if let wake = takeMessages(for: request, show: show, remember: remember) { return wake }
      var descriptors = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: mailbox.bellReader, events: Int16(POLLIN), revents: 0),
      ]
      // A signal may interrupt it; the bell tells.
      guard poll(&descriptors, 2, -1) > 0 else { continue }
      if descriptors[1].revents != 0 {
        let signals = mailbox.takeSignals()
        for signal in signals where signal != SIGINT { handle(signal) }
        if signals.contains(SIGINT) {
          _ = takeMessages(for: request, show: show, remember: remember)
          return .interrupted
        }
        continue
      }
      if descriptors[0].revents != 0 { return .input }
    }
  }

  private func takeMessages(
    for request: Mailbox.ReadRequest, show: ([String]) -> Void, remember: (String) -> Void
  ) -> Wake? {
    var texts: [String] = []
    defer { if !texts.isEmpty { show(texts) } }
    while let message = mailbox.next() {
      switch message {
      case .print(let text): texts.append(text)
      case .remember(let entry): remember(entry)
      case .read: preconditionFailure("a line is being read already")
      case .close:
        mailbox.putBack(message)
        return .cancelled
      }
    }
    return mailbox.isCancelled(request.id) ? .cancelled : nil
  }
}
