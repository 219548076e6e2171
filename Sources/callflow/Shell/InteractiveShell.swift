import FlowCommands
import FlowIDE
import FlowREPL
import FlowRunner
import FlowRuntime
import Glibc
import LineEditor
import PBXClient
import PBXModel
import PBXSimulator
import RealWorld
import WorldFile

/// Wires the shell: a PBX in real time, the terminal, the history file, signals.
struct InteractiveShell: Sendable {
  /// So many extensions of a PBX on the network are offered by name.
  private static let knownExtensionLimit = 1000

  let system: System

  /// The shell on a simulator of its own.
  func runOnSimulator(of described: DescribedWorld) async -> RunStatus {
    let world = described.world
    let (notices, tell) = AsyncStream<Notice>.makeStream()
    let simulator = Simulator(
      world: world, clock: WallClock(), seed: described.seed ?? 0,
      observer: { event in
        if let notice = CallNotice.notice(of: event) { tell.yield(notice) }
      })
    var environment = environment(service: simulator.overNetwork, lab: simulator)
    environment.settings.zone = world.zone
    environment.seed = described.seed ?? 0
    let target = "the PBX simulator inside the program (\(Self.extensions(of: world)))"
    let known = KnownNames(
      extensions: world.lines.map(\.number), queues: world.queues.map(\.number),
      trunks: world.trunks.map(\.name), ivrs: world.menus.map(\.name))
    // An interruption ends the shell, not the simulator: the clean-up still needs it.
    return await withTaskGroup(of: Void.self) { group in
      group.addTask { await simulator.run() }
      let status = await converse(environment, with: target, known: known, notices: notices)
      group.cancelAll()
      return status
    }
  }

  /// The shell on a PBX on the network, which is signed in to.
  func run(on client: PBXClient, hasLab: Bool, of remote: RemotePBX) async -> RunStatus {
    var environment = environment(service: client, lab: hasLab ? client : nil)
    environment.settings = remote.execution
    return await converse(
      environment, with: "\(remote.configuration.address)", known: await Self.names(at: client),
      notices: AsyncStream { $0.finish() })
  }

  /// What the completion offers of a PBX: the lists that it shows, as far as it does.
  private static func names(at client: PBXClient) async -> KnownNames {
    async let extensions = try? client.endpointStatus(
      ListEndpoints(page: 1, pageSize: knownExtensionLimit))
    async let trunks = try? client.trunkStatus(ListTrunks())
    return KnownNames(
      extensions: await extensions?.rows.map(\.endpoint) ?? [], queues: [],
      trunks: await trunks?.rows.map(\.endpoint) ?? [], ivrs: [])
  }

  private func environment(service: any PBXService, lab: (any LabService)?) -> Environment {
    Environment(
      service: service, lab: lab, clock: WallClock(), library: .standard,
      watchdog: InterruptionLimit(interruptions: system.interruptions), seed: 0)
  }

  /// Reads and runs what is typed until the user leaves.
  private func converse(
    _ environment: Environment, with target: String, known: KnownNames,
    notices: AsyncStream<Notice>
  ) async -> RunStatus {
    let isInteractive = system.isTerminal(.input) && system.isTerminal(.output)
    let configuration = Shell.Configuration(
      target: target, isColored: ColorChoice.auto.applies(to: .output, of: system),
      completion: CompletionContext(
        commands: environment.library.commandTable, functions: environment.library.functions,
        known: known))
    // SIGINT is the line editor's where it has a terminal.
    let numbers = isInteractive ? [SIGHUP, SIGTERM] : [SIGHUP, SIGINT, SIGTERM]
    let signals =
      system.takesSignals ? SignalSources(raising: system.interruptions, for: numbers) : nil
    defer { withExtendedLifetime(signals) {} }
    let history = historyFile
    let shell = Task {
      await Shell.run(
        configuration, environment: environment, history: history, isInteractive: isInteractive,
        notices: notices)
    }
    system.interruptions.onInterruption { shell.cancel() }
    await shell.value
    return system.interruptions.interruption?.status ?? .passed
  }

  /// The first and the last one, as the greeting names them.
  private static func extensions(of world: World) -> String {
    let numbers = world.lines.map(\.number)
    guard let first = numbers.first, let last = numbers.last else { return "no extensions" }
    return "extensions \(first) to \(last)"
  }

  /// In the user's folder for state; none where that cannot be told.
  private var historyFile: HistoryFile? {
    let state = system.environment["XDG_STATE_HOME"] ?? ""
    if state.hasPrefix("/") { return HistoryFile(path: state + "/callflow/history") }
    guard let home = system.environment["HOME"], !home.isEmpty else { return nil }
    return HistoryFile(path: home + "/.local/state/callflow/history")
  }
}
