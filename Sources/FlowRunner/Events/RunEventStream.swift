import FlowRuntime
import Synchronization

/// The one stream of a run's events: hands each to every recorder, in order, one at a time.
///
/// Tests send from their own threads; the lock makes the stream serial.
package final class RunEventStream: Sendable {
  private struct State {
    var recorders: [AttachedRecorder]
    var status = StatusRecorder()
  }

  private let state: Mutex<State>

  package init(recorders: [AttachedRecorder]) {
    state = Mutex(State(recorders: recorders))
  }

  package func send(_ event: RunEvent) {
    state.withLock { state in
      for index in state.recorders.indices { state.recorders[index].record(event) }
      state.status.record(event)
    }
  }

  /// What the events so far make of the process's exit code.
  package var status: RunStatus {
    state.withLock { $0.status.status }
  }
}

/// A recorder and where its text goes.
package struct AttachedRecorder: Sendable {
  private var recorder: any Recorder
  private let write: @Sendable (String) -> Void

  package init(_ recorder: any Recorder, write: @escaping @Sendable (String) -> Void) {
    self.recorder = recorder
    self.write = write
  }

  mutating func record(_ event: RunEvent) {
    let text = recorder.record(event)
    if !text.isEmpty { write(text) }
  }
}

/// Hands the events of one test on to the run's stream.
struct TestObserver: ExecutionObserver {
  let test: TestIdentity
  let events: RunEventStream

  func receive(_ event: ExecutionEvent) {
    events.send(.execution(event, of: test))
  }
}
