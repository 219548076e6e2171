package import ArgumentParser
import FlowDiagnostics
package import FlowRunner

/// The program without a subcommand: the shell on a terminal, else a script from standard input.
package struct Callflow: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "callflow",
    abstract: "Write, try and test call flows against a telephone system.",
    usage: """
      callflow [SUBCOMMAND]
      callflow run PATH… | -e CODE
      """,
    discussion: """
      Without a subcommand callflow starts the shell on a terminal, and else runs the script that \
      comes from standard input. Calls go to the PBX simulator inside the program.

      EXAMPLES
        callflow
        callflow run -e 'dial 8001 -> 8002; wait answered; transfer attended 8005'
        callflow run scripts/examples --report junit=out.xml
        callflow check scripts
        callflow config show --profile staging
        echo 'log endpoint(8001).state' | callflow
        callflow serve --lab
        callflow world show > world.yaml

      EXIT CODES
        0    all passed
        1    a test failed
        2    a script, a world or a settings file is wrong, or a path cannot be read
        3    inconclusive: PBX unreachable, or nothing to run
        64   wrong use of the command line
        129, 130, 143   ended by SIGHUP, SIGINT or SIGTERM, after clean-up
        141  nobody reads its output any more; ended quietly, after clean-up
      """,
    version: Version.text,
    subcommands: [
      RunCommand.self, CheckCommand.self, ShellCommand.self, ServeCommand.self,
      ConfigCommand.self, LoginCommand.self, APICommand.self, WorldCommand.self,
    ])

  package init() {}

  package func execute(in system: System) async -> RunStatus {
    // Parsed, because options have no values otherwise.
    let command: (any Subcommand)? =
      system.isTerminal(.input)
      ? try? ShellCommand.parse([]) : try? RunCommand.parse(["-"])
    return await command?.execute(in: system) ?? .usage
  }
}

extension Callflow {
  /// Runs a command line to its end.
  package static func run(_ arguments: [String], in system: System) async -> RunStatus {
    switch parse(arguments) {
    case .command(let command):
      let status = await command.execute(in: system)
      return finish(status, in: system)
    case .answer(let text):
      system.output.write(text)
      return finish(.passed, in: system)
    case .misuse(let text):
      system.errors.write(text)
      return finish(.usage, in: system)
    }
  }

  /// Writes what is still held back; that nobody reads it may show only here.
  private static func finish(_ status: RunStatus, in system: System) -> RunStatus {
    system.output.flush()
    system.errors.flush()
    guard let interruption = system.interruptions.interruption else { return status }
    return status.combined(with: interruption.status)
  }

  private enum Parsed {
    case command(any Subcommand)
    /// Help, or a completion script.
    case answer(String)
    case misuse(String)
  }

  /// Reads the command line; every failure of the argument parser is wrong use.
  private static func parse(_ arguments: [String]) -> Parsed {
    do {
      let parsed = try parseAsRoot(arguments)
      if let command = parsed as? any Subcommand {
        return command.misuse.map { .misuse(text(of: $0, for: command)) } ?? .command(command)
      }
      // What remains are the parser's own commands, `help` among them.
      var builtIn = parsed
      try builtIn.run()
      return .answer("")
    } catch {
      let text = fullMessage(for: error) + "\n"
      if exitCode(for: error) == .success { return .answer(text) }
      return .misuse(text + (hint(for: arguments).map { "  \($0)\n" } ?? ""))
    }
  }

  /// The same form as the argument parser's own complaints.
  private static func text(of misuse: String, for command: any Subcommand) -> String {
    let type = type(of: command)
    return """
      Error: \(misuse)
      Usage: \(usageString(for: type))
        See '\(words(for: type).joined(separator: " ")) --help' for more information.

      """
  }

  /// What is written for a command, from the program's name on: `callflow`, `world`, `check`.
  private static func words(for command: any ParsableCommand.Type) -> [String] {
    func words(from parent: any ParsableCommand.Type) -> [String]? {
      let name = parent.configuration.commandName ?? ""
      if parent == command { return [name] }
      for child in parent.configuration.subcommands {
        if let rest = words(from: child) { return [name] + rest }
      }
      return nil
    }
    return words(from: Self.self) ?? []
  }

  /// What was meant by a first word that is no subcommand.
  private static func hint(for arguments: [String]) -> String? {
    guard let word = arguments.first, !word.hasPrefix("-") else { return nil }
    let subcommands = configuration.subcommands
    let names = subcommands.compactMap { $0.configuration.commandName }
    if let known = subcommands.first(where: { $0.configuration.commandName == word }) {
      guard arguments.count > 1 else { return nil }
      let inner = known.configuration.subcommands.compactMap { $0.configuration.commandName }
      return Spelling.closest(to: arguments[1], among: inner).map { "Did you mean '\($0)'?" }
    }
    if word.hasSuffix(ScriptDiscovery.fileExtension) || word.contains("/") {
      return "To run a script, write: callflow run \(word)"
    }
    return Spelling.closest(to: word, among: names).map { "Did you mean '\($0)'?" }
  }
}
