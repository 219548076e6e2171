package import ArgumentParser
package import FlowRunner
import PBXClient
import Settings
import WorldFile

/// `callflow run PATH… | -e CODE`.
package struct RunCommand: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run scripts and report how they went.",
    discussion: """
      A folder is searched for files that end in .flow; - is standard input. What scripts say \
      (log, values of -e) goes to standard output, all else to standard error; with a report on \
      standard output, what they say goes to standard error too.

      EXAMPLES
        callflow run -e 'dial 8001 -> 8002; wait answered'
        callflow run scripts/examples
        callflow run transfers.flow --var consultant=8004
        callflow run scripts --report junit=out.xml -q
        callflow run ring.flow --time real --max-real-time 5m
        callflow run scripts --pbx https://pbx.example
        callflow run scripts --profile staging
        callflow run scripts --world callcentre.yaml
      """)

  @Argument(
    help: ArgumentHelp(
      "A script, a folder of scripts, or - for standard input.",
      valueName: "path"))
  var paths: [String] = []

  @Option(
    name: .customShort("e"),
    help: ArgumentHelp("Run this text; values of its statements are printed.", valueName: "code"))
  var code: String?

  @Option(
    name: .customLong("var"),
    help: ArgumentHelp("Set a parameter of the scripts.", valueName: "name=value"),
    transform: VariableAssignment.init(text:))
  var variables: [VariableAssignment] = []

  @OptionGroup var pbx: PBXOptions

  @OptionGroup var simulated: WorldOptions

  @Option(
    help: "Whether time jumps to the next thing that happens: virtual (default), real.")
  var time: TimeMode?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Seeds whatever is random; the same seed gives the same run (default: the world's, or 1).",
      valueName: "seed"),
    transform: OptionText.seed)
  var seed: UInt64?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write a report, to standard output where the path is -; formats: \(ReportFormat.names).",
      valueName: "format=path"),
    transform: OptionText.report)
  var reports: [ReportRequest] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Real time that a test may take (default: 60s, none with --time real).",
      valueName: "duration"),
    transform: OptionText.realDuration)
  var maxRealTime: Duration?

  @OptionGroup var display: DisplayOptions

  package init() {}

  package var misuse: String? {
    if code == nil, paths.isEmpty {
      return "Name a script, a folder, - for standard input, or give -e CODE."
    }
    if code != nil, !paths.isEmpty { return "Give either paths or -e CODE, not both." }
    if reports.count(where: { $0.destination == .standardOutput }) > 1 {
      return "Only one report can go to standard output."
    }
    return display.misuse
  }

  package func execute(in system: System) async -> RunStatus {
    let session = RunSession(system: system, display: display, reports: reports)
    let inputs = code.map { [.code($0)] } ?? paths.map(ScriptInput.init(argument:))
    do throws(RunProblem) {
      let known = try SettingsLoader(system: system).load(pbx.flags(simulated))
      let described = try WorldLoader(system: system, color: display.color).world(of: known)
      let settings = RunSettings(
        seed: seed ?? described.seed ?? RunSettings.defaultSeed,
        parameters: Dictionary(variables.map { ($0.name, $0.value) }) { _, last in last },
        defaults: known.variables.mapValues(\.value))
      guard let remote = try RemotePBX(known) else {
        let beds = SimulatedBeds(
          world: described.world, time: time ?? .virtual, limit: maxRealTime)
        return await session.run(inputs, settings: settings, on: beds, isReal: time == .real)
      }
      if time == .virtual {
        throw .badSettings(
          "`--time virtual` is for the simulator inside the program alone",
          notes: ["leave it out: with `\(remote.configuration.address)` time is real"],
          isInFile: false)
      }
      if let warning = remote.warning { system.warn(warning) }
      return try await remote.withClient { client, hasLab in
        let beds = RemoteBeds(
          client: client, hasLab: hasLab, execution: remote.execution, limit: maxRealTime)
        return await session.run(inputs, settings: settings, on: beds, isReal: true)
      }
    } catch {
      return session.reject(error)
    }
  }
}
