import Glibc

/// What the editor's thread does: handles one message after the other until it is told to close.
enum EditorLoop {
  static func run(mailbox: Mailbox, reader: any LineReader) {
    while true {
      guard let message = mailbox.next() else {
        waitForBell(of: mailbox)
        for signal in mailbox.takeSignals() { handle(signal, mailbox: mailbox, reader: reader) }
        continue
      }
      switch message {
      case .print(let text): reader.print(text)
      case .remember(let entry): reader.remember(entry)
      case .read(let request): request.continuation.resume(returning: reader.read(request))
      case .close(let continuation):
        reader.close()
        for message in mailbox.close() { drop(message) }
        continuation.resume()
        return
      }
    }
  }

  private static func waitForBell(of mailbox: Mailbox) {
    var descriptor = pollfd(fd: mailbox.bellReader, events: Int16(POLLIN), revents: 0)
    _ = poll(&descriptor, 1, -1)
  }

  private static func handle(_ signal: Int32, mailbox: Mailbox, reader: any LineReader) {
    reader.receive(signal: signal)
    if signal == SIGINT { mailbox.interruptAction?() }
  }

  /// Nobody may wait for ever on an editor that is gone.
  private static func drop(_ message: Mailbox.Message) {
    switch message {
    case .print, .remember: break
    case .read(let request): request.continuation.resume(returning: .end)
    case .close(let continuation): continuation.resume()
    }
  }
}
