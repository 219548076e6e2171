import FlowRunner
import Synchronization
import callflow

/// What a command line said and how it ended, run inside the test process.
struct ProgramRun {
  var output: String
  var errors: String
  /// Both streams as they would appear on a terminal.
  var screen: String
  var status: RunStatus
  /// What was written to files, by path.
  var written: [String: String]

  /// Runs a command line with a folder as the current one.
  static func run(
    _ arguments: [String], in folder: String, input: String = ""
  ) async -> ProgramRun {
    let screen = Transcript()
    let output = Capture(screen: screen)
    let errors = Capture(screen: screen)
    let files = RootedFiles(root: folder, input: input)
    let status = await Callflow.run(
      arguments, in: System(files: files, output: output, errors: errors))
    return ProgramRun(
      output: output.text, errors: errors.text, screen: screen.text, status: status,
      written: files.written)
  }
}

/// Text that several writers share.
final class Transcript: Sendable {
  private let storage = Mutex("")
  var text: String { storage.withLock { $0 } }
  func append(_ text: String) { storage.withLock { $0 += text } }
}

/// A stream of the program, kept.
final class Capture: TextOutput {
  private let own = Transcript()
  private let screen: Transcript

  init(screen: Transcript) { self.screen = screen }

  var text: String { own.text }
  var failure: FileError? { nil }

  func write(_ text: String) {
    own.append(text)
    screen.append(text)
  }

  func flush() {}
}

/// Reads below a folder under the paths as given, and keeps what is written in memory.
final class RootedFiles: ProgramFiles {
  private let root: String
  private let input: String
  private let outputs = Mutex<[String: Capture]>([:])

  init(root: String, input: String) {
    self.root = root
    self.input = input
  }

  var written: [String: String] { outputs.withLock { $0.mapValues(\.text) } }

  func kind(of path: String) throws(FileError) -> FileKind {
    do { return try POSIXFiles().kind(of: resolve(path)) } catch { throw shown(error, as: path) }
  }

  func entries(of folder: String) throws(FileError) -> [FolderEntry] {
    do { return try POSIXFiles().entries(of: resolve(folder)) } catch {
      throw shown(error, as: folder)
    }
  }

  func read(_ path: String) throws(FileError) -> [UInt8] {
    do { return try POSIXFiles().read(resolve(path)) } catch { throw shown(error, as: path) }
  }

  func readIfPresent(_ path: String, limit: Int) throws(FileError) -> FileContents? {
    do { return try POSIXFiles().readIfPresent(resolve(path), limit: limit) } catch {
      throw shown(error, as: path)
    }
  }

  func readStandardInput() throws(FileError) -> [UInt8] { Array(input.utf8) }

  func create(_ path: String) throws(FileError) -> any TextOutput {
    // Only what lies below the folder is there to be written.
    if path.hasPrefix("/") { throw FileError(path: path, reason: "No such file or directory") }
    let capture = Capture(screen: Transcript())
    outputs.withLock { $0[path] = capture }
    return capture
  }

  private func resolve(_ path: String) -> String {
    path.hasPrefix("/") ? path : root + "/" + path
  }

  private func shown(_ error: FileError, as path: String) -> FileError {
    FileError(path: path, reason: error.reason)
  }
}
