package import ArgumentParser
package import FlowRunner

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
    help: ArgumentHelp("Set a parameter of the scripts.", valueName: "name=value"))
  var variables: [VariableAssignment] = []

  @Option(help: "Whether time jumps to the next thing that happens.")
  var time: TimeMode = .virtual

  @Option(help: "Seeds whatever is random; the same seed gives the same run.")
  var seed: UInt64 = RunSettings.defaultSeed

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write a report, to standard output where the path is -; formats: \(ReportFormat.names).",
      valueName: "format=path"))
  var reports: [ReportRequest] = []

  @Option(
    help: ArgumentHelp(
      "Real time that a test may take (default: 60s, none with --time real).",
      valueName: "duration"))
  var maxRealTime: RealDuration?

  @OptionGroup var display: DisplayOptions

  package init() {}

  package func validate() throws {
    if code == nil, paths.isEmpty {
      throw ValidationError("Name a script, a folder, - for standard input, or give -e CODE.")
    }
    if code != nil, !paths.isEmpty {
      throw ValidationError("Give either paths or -e CODE, not both.")
    }
    if display.quiet, display.verbose {
      throw ValidationError("Give either --quiet or --verbose, not both.")
    }
  }

  package func execute(in system: System) async -> RunStatus {
    let inputs = code.map { [.code($0)] } ?? paths.map(ScriptInput.init(argument:))
    let settings = RunSettings(
      seed: seed,
      parameters: Dictionary(variables.map { ($0.name, $0.value) }) { _, last in last })
    return await RunSession(system: system, display: display, reports: reports).run(
      inputs, settings: settings, time: time, maxRealTime: maxRealTime?.duration)
  }
}
