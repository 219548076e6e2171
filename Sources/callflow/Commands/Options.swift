import ArgumentParser
import FlowRunner

/// How much is shown and in what colours; every subcommand that reports has these.
package struct DisplayOptions: ParsableArguments, Sendable {
  @Flag(name: .shortAndLong, help: "Show only what is wrong and the summary.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also show seeds and what the clean-up did.")
  var verbose = false

  @Option(help: "When to use colour; auto is on a terminal, unless NO_COLOR is set.")
  var color: ColorChoice = .auto

  package init() {}

  var detail: ConsoleRecorder.Detail {
    quiet ? .quiet : verbose ? .verbose : .normal
  }
}

/// When to use colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
  case auto, always, never

  /// Whether what goes to a stream is coloured.
  func applies(to stream: System.Stream, of system: System) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      system.isTerminal(stream) && (system.environment["NO_COLOR"] ?? "").isEmpty
        && system.environment["TERM"] != "dumb"
    }
  }
}

/// Whether time jumps.
enum TimeMode: String, ExpressibleByArgument, CaseIterable, Sendable {
  case virtual, real
}

/// `name=value`.
struct VariableAssignment: ExpressibleByArgument, Sendable {
  let name: String
  let value: String

  init?(argument: String) {
    guard let separator = argument.firstIndex(of: "="), separator != argument.startIndex else {
      return nil
    }
    name = String(argument[..<separator])
    value = String(argument[argument.index(after: separator)...])
  }
}

/// A length of real time: `60`, `60s`, `5m`, `1h`.
struct RealDuration: ExpressibleByArgument, Sendable {
  let duration: Duration

  init?(argument: String) {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
    let unit = argument.last.flatMap { units[$0] }
    let digits = unit == nil ? argument[...] : argument.dropLast()
    guard let count = Int(digits), count > 0, count <= 1_000_000 else { return nil }
    duration = .seconds(count * (unit ?? 1))
  }
}

extension ReportRequest: ExpressibleByArgument {}

extension ReportFormat {
  /// The names that can be written, for help.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
