import LineEditor
import Synchronization

@testable import FlowREPL

/// A terminal whose user types a given list of lines; keeps all that is shown.
final class ScriptedTerminal: ShellTerminal {
  private struct State: Sendable {
    var inputs: [Input]
    var prompts: [String] = []
    var output: [String] = []
    var history: [String] = []
    var interruptAction: (@Sendable () -> Void)?
    var isClosed = false
  }

  private let state: Mutex<State>
  let columns: Int

  init(_ inputs: [Input], columns: Int = 80) {
    state = Mutex(State(inputs: inputs))
    self.columns = columns
  }

  convenience init(lines: [String], columns: Int = 80) {
    self.init(lines.map(Input.line), columns: columns)
  }

  func readLine(prompt: String) async -> Input {
    state.withLock { state in
      state.prompts.append(prompt)
      return state.inputs.isEmpty ? .end : state.inputs.removeFirst()
    }
  }

  func notify(_ text: String) {
    state.withLock { $0.output.append(text) }
  }

  func remember(_ entry: String) {
    state.withLock { $0.history.append(entry) }
  }

  func onInterrupt(_ action: (@Sendable () -> Void)?) {
    state.withLock { $0.interruptAction = action }
  }

  func close() async {
    state.withLock { $0.isClosed = true }
  }

  /// Presses Ctrl-C while no line is being typed.
  func pressInterrupt() {
    state.withLock { $0.interruptAction }?()
  }

  /// What was shown after the greeting.
  var output: [String] { state.withLock { Array($0.output.dropFirst(2)) } }
  var prompts: [String] { state.withLock { $0.prompts } }
  var history: [String] { state.withLock { $0.history } }
  var isClosed: Bool { state.withLock { $0.isClosed } }
  var isInterruptible: Bool { state.withLock { $0.interruptAction != nil } }
}
