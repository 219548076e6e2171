import FlowDiagnostics
package import FlowRunner
package import Settings

/// Finds the files that settings are in, and reads them.
package struct SettingsLoader: Sendable {
  /// In bytes: more than anybody writes by hand.
  private static let sizeLimit = 1 << 20
  private static let projectFileName = "callflow.yaml"
  private static let closest: Speller = { Spelling.closest(to: $0, among: $1) }

  private let system: System

  package init(system: System) {
    self.system = system
  }

  /// The settings of the program, the command line's part among them.
  package func load(_ flags: SettingsFlags) throws(RunProblem) -> Settings {
    let folder = configurationFolder
    var sources = SettingsSources(
      environment: system.environment, flags: flags, home: home,
      usualSecretsPath: folder.map { $0 + "/secrets.yaml" })
    if let folder { sources.userFile = try file(folder + "/config.yaml") }
    sources.projectFile = try projectFile()
    let plan: SettingsPlan
    do { plan = try SettingsPlan(sources, closest: Self.closest) } catch {
      throw RunProblem(error)
    }
    let secretsFile = try secretsFile(plan.secretsRequest)
    do { return try plan.settings(secretsFile: secretsFile) } catch { throw RunProblem(error) }
  }

  /// The accounts of a served PBX.
  package func accounts(at path: String) throws(RunProblem) -> AccountsFile {
    let file = try requiredFile(path)
    do { return try AccountsFile(reading: file, closest: Self.closest) } catch {
      throw RunProblem(error)
    }
  }

  private var home: String? {
    guard let home = system.environment["HOME"], home.hasPrefix("/") else { return nil }
    return home
  }

  /// The user's folder for the settings of callflow; nil where that cannot be told.
  private var configurationFolder: String? {
    let base = system.environment["XDG_CONFIG_HOME"] ?? ""
    if base.hasPrefix("/") { return base + "/callflow" }
    return home.map { $0 + "/.config/callflow" }
  }

  /// The project's file: of the current folder, or of the nearest one around it that has one.
  private func projectFile() throws(RunProblem) -> SettingsFile? {
    let depth = system.folder.split(separator: "/").count
    for level in 0...depth {
      let path = String(repeating: "../", count: level) + Self.projectFileName
      if let file = try file(path) { return file }
    }
    return nil
  }

  private func secretsFile(
    _ request: SettingsPlan.SecretsRequest?
  ) throws(RunProblem) -> SettingsFile? {
    guard let request else { return nil }
    guard let source = request.source else { return try file(request.path) }
    return try requiredFile(request.path, notes: ["`secrets-file` is set by \(source)"])
  }

  private func requiredFile(
    _ path: String, notes: [String] = []
  ) throws(RunProblem) -> SettingsFile {
    if let file = try file(path, notes: notes) { return file }
    var problem = RunProblem.unreadable(
      FileError(path: path, reason: "No such file or directory"))
    problem.notes = notes
    throw problem
  }

  /// A file as it is; nil where there is none.
  private func file(_ path: String, notes: [String] = []) throws(RunProblem) -> SettingsFile? {
    do throws(FileError) {
      guard let contents = try system.files.readIfPresent(path, limit: Self.sizeLimit) else {
        return nil
      }
      guard let text = String(validating: contents.bytes, as: UTF8.self) else {
        throw FileError(path: path, reason: "it is no text in UTF-8")
      }
      return SettingsFile(path: path, text: text, mode: contents.mode)
    } catch {
      var problem = RunProblem.unreadable(error)
      problem.notes = notes
      throw problem
    }
  }
}

extension RunProblem {
  /// A problem with settings as a problem of the run.
  package init(_ error: SettingsError) {
    self =
      switch error.kind {
      case .file: .badSettings(error.message, notes: error.notes, isInFile: true)
      case .invocation: .badSettings(error.message, notes: error.notes, isInFile: false)
      case .exposedSecrets: .exposedSecrets(error.message, notes: error.notes)
      }
  }
}

extension System {
  /// Says what one may not have meant.
  package func warn(_ text: String) {
    errors.write("warning: \(text)\n")
    errors.flush()
  }

  /// Shows what keeps a command from beginning; the status is the command's.
  package func reject(_ problem: RunProblem) -> RunStatus {
    var recorder = ConsoleRecorder(
      detail: .normal, color: ColorChoice.auto.applies(to: .errors, of: self))
    errors.write(recorder.record(.problem(problem)))
    return problem.status
  }
}
