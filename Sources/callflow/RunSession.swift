import FlowCommands
import FlowRunner
import FlowRuntime

/// Wires one run: streams to recorders, reports to files, signals to cancellation.
struct RunSession: Sendable {
  let system: System
  let display: DisplayOptions
  let reports: [ReportRequest]

  /// - Parameter isReal: whether what scripts say is to be seen as soon as they say it.
  func run(
    _ inputs: [ScriptInput], settings: RunSettings, on beds: some TestBedProvider, isReal: Bool
  ) async -> RunStatus {
    // Reports are opened first: a run of an hour must not end with a report that goes nowhere.
    var files: [any TextOutput] = []
    var recorders = consoleRecorders(flushesAlways: isReal)
    for report in reports {
      do throws(FileError) {
        let output: any TextOutput
        switch report.destination {
        case .standardOutput: output = system.output
        case .file(let path):
          output = try system.files.create(path)
          files.append(output)
        }
        recorders.append(AttachedRecorder(report.format.makeRecorder()) { output.write($0) })
      } catch {
        return reject(.unwritableReport(error))
      }
    }
    let events = RunEventStream(recorders: recorders)
    let signals = system.takesSignals ? SignalSources(raising: system.interruptions) : nil
    defer { withExtendedLifetime(signals) {} }
    let runner = Runner(library: .standard, files: system.files, events: events)
    let task = Task {
      await runner.run(inputs, settings: settings, on: beds) { system.interruptions.interruption }
    }
    system.interruptions.onInterruption { [interruptions = system.interruptions] in
      task.cancel()
      guard let interruption = interruptions.interruption else { return }
      // Apart, because the stream may wait for a reader that does not read.
      Task { events.send(.interrupted(interruption)) }
    }
    await task.value
    return finish(files, events: events)
  }

  func check(_ inputs: [ScriptInput]) -> RunStatus {
    let events = RunEventStream(recorders: consoleRecorders(flushesAlways: false))
    Runner(library: .standard, files: system.files, events: events).check(inputs)
    return finish([], events: events)
  }

  private func consoleRecorders(flushesAlways: Bool) -> [AttachedRecorder] {
    let (output, errors, interruptions) = (system.output, system.errors, system.interruptions)
    let color = display.color.applies(to: .errors, of: system)
    // A report on standard output has it for itself, or nobody could read the report.
    let speech = reports.contains { $0.destination == .standardOutput } ? errors : output
    return [
      AttachedRecorder(ScriptOutputRecorder()) { text in
        speech.write(text)
        if flushesAlways { speech.flush() }
      },
      AttachedRecorder(ConsoleRecorder(detail: display.detail, color: color)) { text in
        // What the script said before comes first where both streams go to one place.
        output.flush()
        // Whoever closes the pipe has seen enough.
        if interruptions.interruption == .outputClosed { return }
        errors.write(text)
        errors.flush()
      },
    ]
  }

  /// Says what could not be written; that nobody reads standard output any more is no trouble.
  private func finish(_ reports: [any TextOutput], events: RunEventStream) -> RunStatus {
    for report in reports {
      report.flush()
      if let failure = report.failure { events.send(.problem(.unwritableReport(failure))) }
    }
    system.output.flush()
    if let failure = system.output.failure, system.interruptions.interruption != .outputClosed {
      events.send(.problem(.unwritableOutput(failure)))
    }
    return events.status
  }

  /// Says what keeps a run from beginning.
  func reject(_ problem: RunProblem) -> RunStatus {
    let events = RunEventStream(recorders: consoleRecorders(flushesAlways: false))
    events.send(.problem(problem))
    return events.status
  }
}
