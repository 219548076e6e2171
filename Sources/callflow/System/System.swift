package import FlowRunner
import FoundationEssentials
import Glibc
import Settings

/// What the program touches outside itself; tests put their own in its place.
package struct System: Sendable {
  /// The standard streams.
  package enum Stream: Sendable, CaseIterable {
    case input, output, errors
  }

  package var files: any ProgramFiles
  package var output: any TextOutput
  package var errors: any TextOutput
  package var environment: [String: String]
  /// The current folder as a whole path; the root where nobody knows it.
  package var folder = "/"
  package var terminals: Set<Stream>
  package var interruptions: InterruptionWatch
  /// Whether signals of the process become interruptions.
  package var takesSignals = false

  package init(
    files: any ProgramFiles, output: any TextOutput, errors: any TextOutput,
    environment: [String: String] = [:], terminals: Set<Stream> = [],
    interruptions: InterruptionWatch = InterruptionWatch()
  ) {
    self.files = files
    self.output = output
    self.errors = errors
    self.environment = environment
    self.terminals = terminals
    self.interruptions = interruptions
  }

  package func isTerminal(_ stream: Stream) -> Bool { terminals.contains(stream) }
}

/// The files of the program: scripts and settings to read, reports to write.
package protocol ProgramFiles: FileSystem {
  /// A file that need not exist, with its permissions: both those of the one that was opened; nil
  /// where there is none, an error where it has more bytes than the limit.
  func readIfPresent(_ path: String, limit: Int) throws(FileError) -> FileContents?
  /// Makes or empties a file and opens it for writing.
  func create(_ path: String) throws(FileError) -> any TextOutput
}

/// Where text goes.
package protocol TextOutput: Sendable {
  func write(_ text: String)
  /// Hands on what is still held back.
  func flush()
  /// What went wrong with a write, if anything did.
  var failure: FileError? { get }
}

extension System {
  /// The process's own streams, files and environment.
  package static var process: System {
    let interruptions = InterruptionWatch()
    // A reader that went away ends the run; the signal would end it without clean-up.
    signal(SIGPIPE, SIG_IGN)
    let closed: @Sendable () -> Void = { interruptions.raise(.outputClosed) }
    let isInterrupted: @Sendable () -> Bool = { interruptions.interruption != nil }
    let output = DescriptorOutput(
      STDOUT_FILENO, path: "standard output", isInterrupted: isInterrupted, onClosed: closed)
    let errors = DescriptorOutput(
      STDERR_FILENO, path: "standard error", isInterrupted: isInterrupted, onClosed: closed)
    var terminals: Set<Stream> = []
    if isatty(STDIN_FILENO) == 1 { terminals.insert(.input) }
    if isatty(STDOUT_FILENO) == 1 { terminals.insert(.output) }
    if isatty(STDERR_FILENO) == 1 { terminals.insert(.errors) }
    var system = System(
      files: POSIXFiles(), output: output, errors: errors, environment: processEnvironment(),
      terminals: terminals, interruptions: interruptions)
    system.takesSignals = true
    if let folder = currentFolder() { system.folder = folder }
    return system
  }

  /// Keeps the numbers of streams that the process was started without from being given to other
  /// files, in a way that their use fails as that of a closed one; before anything else is opened.
  static func reserveStandardStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number is the missing one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// The few variables that the program reads.
  private static func processEnvironment() -> [String: String] {
    let names: Set = ["NO_COLOR", "TERM", "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"]
    return ProcessInfo.processInfo.environment.filter { name, _ in
      names.contains(name) || EnvironmentNames.contains(name)
    }
  }

  /// The folder that relative paths start from; nil where it is gone.
  private static func currentFolder() -> String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
