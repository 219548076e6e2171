import CEditShim
import Glibc

/// Asks the user for lines at a terminal, and shows what happens meanwhile above the line.
///
/// Invariants:
/// - One thread, made with the editor and ended by `close`, makes every call to libedit and is the
///   only one that writes to standard output; everybody else posts a message to it. What is printed
///   therefore keeps its order, before, during and after a line.
/// - At most one line is asked for at a time.
/// - Signals reach that thread as bytes of the pipe that it waits on; no handler does more.
/// - Nothing here knows the language: completion is a closure over plain text.
package final class LineEditor: Sendable {
  package struct Configuration: Sendable {
    /// The name that lines of `.editrc` can be meant for.
    package var program: String
    /// Whether standard input and output are a terminal that can move its cursor; if not, lines are
    /// read plainly, without echo, history or completion.
    package var isInteractive: Bool
    /// Nil for no history beyond this session.
    package var history: HistoryFile?
    package var completer: Completer

    package init(
      program: String, isInteractive: Bool, history: HistoryFile? = nil,
      completer: @escaping Completer = { _ in .empty }
    ) {
      self.program = program
      self.isInteractive = isInteractive
      self.history = history
      self.completer = completer
    }
  }

  private let mailbox: Mailbox

  /// Starts the editor's thread.
  package init(_ configuration: Configuration) {
    let mailbox = Mailbox()
    self.mailbox = mailbox
    EditorThread.start {
      // Made on the thread that alone uses it.
      let reader: any LineReader =
        TerminalReader(configuration, mailbox: mailbox) ?? PlainReader(mailbox: mailbox)
      EditorLoop.run(mailbox: mailbox, reader: reader)
    }
  }

  /// The terminal's width; 80 where there is none.
  package var columns: Int {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cedit_window_size(&rows, &columns)
    return Int(columns)
  }

  /// Asks for a line; `.end` when the calling task is cancelled.
  ///
  /// - Parameter prompt: may hold `ESC [ … m` sequences; they take no room.
  package func readLine(prompt: String) async -> Input {
    let id = mailbox.makeReadID()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let request = Mailbox.ReadRequest(id: id, prompt: prompt, continuation: continuation)
        if !mailbox.post(.read(request)) { continuation.resume(returning: .end) }
      }
    } onCancel: {
      mailbox.cancelRead(id)
    }
  }

  /// Prints a text on lines of its own, above the line that is being typed if there is one.
  package func notify(_ text: String) {
    mailbox.post(.print(text))
  }

  /// Adds an entry, which may have several lines, to the history, unless it begins with a space.
  package func remember(_ entry: String) {
    mailbox.post(.remember(entry))
  }

  /// What Ctrl-C does while no line is being typed; called on the editor's thread.
  package func onInterrupt(_ action: (@Sendable () -> Void)?) {
    mailbox.interruptAction = action
  }

  /// Prints what is still to be printed, puts terminal and signals back and ends the thread.
  package func close() async {
    await withCheckedContinuation { continuation in
      if !mailbox.post(.close(continuation)) { continuation.resume() }
    }
  }
}
