import FlowRunner
import Logging
import PBXModel
import PBXServer
import PBXSimulator
import RealWorld
import VirtualTime

/// Wires a server: the simulator behind it, its clock, the streams, signals.
struct ServeSession: Sendable {
  let system: System
  let settings: PBXServer.Configuration
  let accounts: ServedAccounts
  let world: World
  let offersLab: Bool
  let time: TimeMode
  let seed: UInt64
  let logLevel: Logger.Level

  /// Serves until a signal comes.
  func run() async -> RunStatus {
    let signals = system.takesSignals ? SignalSources(raising: system.interruptions) : nil
    defer { withExtendedLifetime(signals) {} }
    let (stops, stop) = AsyncStream<Void>.makeStream()
    system.interruptions.onInterruption { stop.finish() }

    let clock: any PBXClock =
      switch time {
      case .real: WallClock()
      case .virtual: SteppedClock(startingAt: world.start)
      }
    let simulator = Simulator(world: world, clock: clock, seed: seed)
    // Tokens expire by real time, whatever time the simulator keeps.
    let server = PBXServer(
      service: simulator, lab: offersLab ? simulator : nil, faults: simulator.faults,
      accounts: accounts.accounts, configuration: settings, clock: WallClock(),
      randomBytes: SystemRandom.bytes, logger: logger)
    return await withTaskGroup(of: Void.self) { group in
      group.addTask { await simulator.run() }
      defer { group.cancelAll() }
      do {
        try await server.run(
          until: { for await _ in stops {} },
          onListening: { port, pushPort in announce(port: port, pushPort: pushPort) })
      } catch let error as ServingError {
        return fail("\(error)", status: error.status)
      } catch {
        return fail("cannot go on serving: \(error)", status: .inconclusive)
      }
      return system.interruptions.interruption?.status ?? .passed
    }
  }

  private func announce(port: Int, pushPort: Int) {
    let addresses = ServedAddresses(settings: settings, port: port, pushPort: pushPort)
    warn()
    system.errors.write("serving the PBX simulator at \(addresses.api); Ctrl-C ends it\n")
    system.errors.flush()
    system.output.write(addresses.exports(for: accounts))
    system.output.flush()
  }

  /// Says what one may not have meant.
  private func warn() {
    if !LoopbackAddress.contains(settings.address) {
      system.errors.write(
        "warning: `\(settings.address)` can be reached from other machines"
          + (accounts.areKnown ? ", and everybody knows the built-in accounts\n" : "\n"))
    }
    if time == .virtual, !offersLab {
      system.errors.write("warning: time stands still, as there is no --lab to let it pass\n")
    }
    system.errors.flush()
  }

  private func fail(_ message: String, status: RunStatus) -> RunStatus {
    system.errors.write("error: \(message)\n")
    return status
  }

  private var logger: Logger {
    var logger = Logger(label: "callflow") { _ in LineLogHandler(output: system.errors) }
    logger.logLevel = logLevel
    return logger
  }
}

extension ServingError {
  /// What the process ends with.
  fileprivate var status: RunStatus {
    switch self {
    case .cannotListen: .inconclusive
    case .unusableFolder, .unusableCertificate: .invalid
    }
  }
}
