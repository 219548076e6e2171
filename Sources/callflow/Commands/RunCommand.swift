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
    help: ArgumentHelp("Set a parameter of the scripts.", valueName: "name=value"),
    transform: VariableAssignment.init(text:))
  var variables: [VariableAssignment] = []

  @Option(help: "Whether time jumps to the next thing that happens.")
  var time: TimeMode = .virtual

  @Option(
    parsing: .unconditional,
    help: "Seeds whatever is random; the same seed gives the same run.",
    transform: OptionText.seed)
  var seed: UInt64 = RunSettings.defaultSeed

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
    let inputs = code.map { [.code($0)] } ?? paths.map(ScriptInput.init(argument:))
    let settings = RunSettings(
      seed: seed,
      parameters: Dictionary(variables.map { ($0.name, $0.value) }) { _, last in last })
    return await RunSession(system: system, display: display, reports: reports).run(
      inputs, settings: settings, time: time, maxRealTime: maxRealTime)
  }
}
