import FlowRunner
import Glibc
import callflow

/// A script whose folder says how it ends, with what it says beside it.
///
/// `CASE.flow` runs as `callflow run AREA/CASE.flow`, with the arguments of `CASE.args` where that
/// is there. `CASE.out` and `CASE.err` hold exactly what it says; in `CASE.out.pattern` and
/// `CASE.err.pattern`, `~~~` stands for any text in a line. `CASE.exit` holds another exit code
/// than the folder's.
struct Fixture: Sendable, CustomStringConvertible {
  /// The folders, each named after what its scripts come to.
  enum Folder: String, CaseIterable, Sendable {
    case ok, fails, errors

    var status: RunStatus {
      switch self {
      case .ok: .passed
      case .fails: .failed
      case .errors: .invalid
      }
    }
  }

  var folder: Folder
  /// `AREA/CASE`, below the folder.
  var name: String

  var description: String { "\(folder.rawValue)/\(name)" }
  var directory: String { Repository.fixtures + "/" + folder.rawValue }

  static let all: [Fixture] = Folder.allCases.flatMap { folder in
    let base = "Tests/ConformanceTests/Fixtures/\(folder.rawValue)"
    let paths = (try? Repository.files(below: base, endingIn: [".flow"])) ?? []
    return paths.map { path in
      Fixture(folder: folder, name: String(path.dropFirst(base.count + 1).dropLast(5)))
    }
  }

  /// Whether what the scripts say is to be written down rather than compared.
  static var isRecording: Bool { getenv("RECORD") != nil }

  func run() async -> ProgramRun {
    let arguments = (text(".args") ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    return await ProgramRun.run(["run", name + ".flow"] + arguments, in: directory)
  }

  var expectedStatus: Int32 {
    if let text = text(".exit"), let status = Int32(text.filter { !$0.isWhitespace }) {
      return status
    }
    return folder.status.rawValue
  }

  /// What stands beside the script under an ending, nil where nothing does.
  func text(_ ending: String) -> String? {
    guard let bytes = try? POSIXFiles().read("\(directory)/\(name)\(ending)") else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes down what it said: errors where the script ends with some, output where it has any.
  func record(_ run: ProgramRun) throws {
    if text(".out.pattern") == nil, !run.output.isEmpty || text(".out") != nil {
      try write(run.output, ".out")
    }
    if text(".err.pattern") == nil, folder != .ok || text(".err") != nil {
      try write(run.errors, ".err")
    }
    if run.status != folder.status { try write("\(run.status.rawValue)\n", ".exit") }
  }

  private func write(_ text: String, _ ending: String) throws {
    let file = try POSIXFiles().create("\(directory)/\(name)\(ending)")
    file.write(text)
    file.flush()
  }
}
