import FlowRunner
import Glibc

/// The process: answers `--version` at once, else reads the command line and runs what it names.
@main
enum Main {
  static func main() {
    System.reserveStandardStreams()
    let arguments = Array(CommandLine.arguments.dropFirst())
    // The argument parser costs more than the whole answer.
    if arguments == ["--version"] {
      print(Version.text)
      return
    }
    exit(runBlocking { await Callflow.run(arguments, in: .process) }.rawValue)
  }
}
