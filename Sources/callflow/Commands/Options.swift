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

  /// What does not go together; nil where all does.
  var misuse: String? {
    quiet && verbose ? "Give either --quiet or --verbose, not both." : nil
  }

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
struct VariableAssignment: Sendable {
  let name: String
  let value: String

  init(text: String) throws {
    guard let separator = text.firstIndex(of: "="), separator != text.startIndex else {
      throw ValidationError("write NAME=VALUE, such as consultant=8004")
    }
    name = String(text[..<separator])
    value = String(text[text.index(after: separator)...])
  }
}
