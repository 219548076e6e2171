import FlowDiagnostics
import FlowRunner
import Settings
import WorldFile

/// Reads world files, and shows what is wrong with them.
struct WorldLoader {
  /// So many diagnostics of one file are shown.
  private static let shownLimit = 20

  let system: System
  var color = ColorChoice.auto

  /// The world that settings name, the default one where they name none; what they name counts for
  /// the simulator alone.
  func world(of settings: Settings) throws(RunProblem) -> DescribedWorld {
    guard let setting = settings.world else { return .default }
    if case .address(let address) = settings.target.value {
      guard setting.source.isFlag else { return .default }
      throw .needlessWorld(pbx: address, setBy: settings.target.source.description)
    }
    return try world(at: setting.value, notes: Self.notes(on: setting))
  }

  /// The world of a file on the command line, or else of the settings, whatever PBX they name.
  func world(at path: String?) throws(RunProblem) -> DescribedWorld {
    let loader = SettingsLoader(system: system)
    guard let setting = try loader.load(SettingsFlags(world: path)).world else { return .default }
    return try world(at: setting.value, notes: Self.notes(on: setting))
  }

  /// Reads a file; what is wrong is shown before it throws.
  func world(at path: String, notes: [String] = []) throws(RunProblem) -> DescribedWorld {
    let (reading, errorCount) = try check(path, notes: notes) { $0.severity == .error }
    if let world = reading.world { return world }
    throw .badWorld(path, errorCount: errorCount)
  }

  /// Reads a file, shows those diagnostics that are wanted, and counts the errors.
  func check(
    _ path: String, notes: [String] = [], showing isShown: (Diagnostic) -> Bool = { _ in true }
  ) throws(RunProblem) -> (reading: WorldFile.Reading, errorCount: Int) {
    let source = SourceFile(name: path, bytes: try bytes(of: path, notes: notes))
    let reading = WorldFile.read(source)
    let shown = reading.diagnostics.filter(isShown)
    if !shown.isEmpty {
      let renderer = DiagnosticRenderer(color: color.applies(to: .errors, of: system))
      system.errors.write(renderer.render(shown, in: source, limit: Self.shownLimit) + "\n")
    }
    return (reading, reading.diagnostics.count { $0.severity == .error })
  }

  private func bytes(of path: String, notes: [String]) throws(RunProblem) -> [UInt8] {
    do throws(FileError) {
      if path == "-" { return try system.files.readStandardInput() }
      guard let file = try system.files.readIfPresent(path, limit: WorldFile.sizeLimit) else {
        throw FileError(path: path, reason: "No such file or directory")
      }
      guard String(validating: file.bytes, as: UTF8.self) != nil else {
        throw FileError(path: path, reason: "it is no text in UTF-8")
      }
      return file.bytes
    } catch {
      var problem = RunProblem.unreadable(error)
      problem.notes = notes
      throw problem
    }
  }

  /// Where the name of a file came from, unless it was typed.
  private static func notes(on setting: Setting<String>) -> [String] {
    setting.source.isFlag ? [] : ["`world` is set by \(setting.source)"]
  }
}
