import FlowRunner

/// The shell by hand.
enum InteractiveShell {
  static func run(in system: System) async -> RunStatus { .usage }
}
