import FlowCommands
import FlowIDE
import FlowREPL
import FlowRunner
import FlowRuntime
import Glibc
import LineEditor
import PBXModel
import PBXSimulator
import RealTime

/// Wires the shell: a simulator in real time, the terminal, the history file, signals.
enum InteractiveShell {
  static func run(in system: System) async -> RunStatus {
    let world = World.default
    let clock = WallClock()
    let (notices, tell) = AsyncStream<Notice>.makeStream()
    let simulator = Simulator(
      world: world, clock: clock,
      observer: { event in
        if let notice = CallNotice.notice(of: event) { tell.yield(notice) }
      })
    let environment = Environment(
      service: simulator, lab: simulator, clock: clock, library: .standard,
      watchdog: InterruptionLimit(interruptions: system.interruptions), seed: 0)
    let isInteractive = system.isTerminal(.input) && system.isTerminal(.output)
    let configuration = Shell.Configuration(
      target: "the PBX simulator inside the program (\(extensions(of: world)))",
      isColored: ColorChoice.auto.applies(to: .output, of: system),
      completion: completion(of: world, library: environment.library))

    // SIGINT is the line editor's where it has a terminal.
    let numbers = isInteractive ? [SIGHUP, SIGTERM] : [SIGHUP, SIGINT, SIGTERM]
    let signals =
      system.takesSignals ? SignalSources(raising: system.interruptions, for: numbers) : nil
    defer { withExtendedLifetime(signals) {} }
    // An interruption ends the shell, not the simulator: the clean-up still needs it.
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await simulator.run() }
      let shell = Task {
        await Shell.run(
          configuration, environment: environment, history: historyFile(of: system),
          isInteractive: isInteractive, notices: notices)
      }
      system.interruptions.onInterruption { shell.cancel() }
      await shell.value
      group.cancelAll()
    }
    return system.interruptions.interruption?.status ?? .passed
  }

  /// The first and the last one, as the greeting names them.
  private static func extensions(of world: World) -> String {
    let numbers = world.lines.map(\.number)
    guard let first = numbers.first, let last = numbers.last else { return "no extensions" }
    return "extensions \(first) to \(last)"
  }

  private static func completion(of world: World, library: Library) -> CompletionContext {
    CompletionContext(
      commands: library.commandTable, functions: library.functions,
      known: KnownNames(
        extensions: world.lines.map(\.number), queues: world.queues,
        trunks: world.trunks.map(\.name), ivrs: world.menus.map(\.name)))
  }

  /// In the user's folder for state; none where that cannot be told.
  private static func historyFile(of system: System) -> HistoryFile? {
    let state = system.environment["XDG_STATE_HOME"] ?? ""
    if state.hasPrefix("/") { return HistoryFile(path: state + "/callflow/history") }
    guard let home = system.environment["HOME"], !home.isEmpty else { return nil }
    return HistoryFile(path: home + "/.local/state/callflow/history")
  }
}
