package import FlowDiagnostics

/// Finds the scripts behind the arguments of a run and reads them.
package struct ScriptDiscovery: Sendable {
  /// What was found, in the order of the arguments, a folder's scripts in the order of their paths.
  package struct Findings: Sendable {
    package var sources: [SourceFile] = []
    package var problems: [RunProblem] = []
  }

  /// Scripts in a folder are known by this ending.
  package static let fileExtension = ".flow"

  private let files: any FileSystem

  package init(files: any FileSystem) {
    self.files = files
  }

  /// Reads every script once, however often it is named; what cannot be read becomes a problem.
  package func find(_ inputs: [ScriptInput]) -> Findings {
    var findings = Findings()
    var seen: Set<String> = []
    var hasReadInput = false
    for input in inputs {
      switch input {
      case .code(let text):
        findings.sources.append(SourceFile(name: ScriptInput.codeName, text: text))
      case .standardInput:
        // It can be read once only.
        if hasReadInput { continue }
        hasReadInput = true
        collect(ScriptInput.standardInputName, into: &findings) { () throws(FileError) in
          try files.readStandardInput()
        }
      case .path(let path):
        for script in scripts(at: path, problems: &findings.problems)
        where seen.insert(script).inserted {
          collect(script, into: &findings) { () throws(FileError) in try files.read(script) }
        }
      }
    }
    return findings
  }

  private func collect(
    _ name: String, into findings: inout Findings, read: () throws(FileError) -> [UInt8]
  ) {
    do {
      findings.sources.append(SourceFile(name: name, bytes: try read()))
    } catch {
      findings.problems.append(.unreadable(error))
    }
  }

  /// The scripts that a path names: itself, or what a search of the folder finds.
  private func scripts(at path: String, problems: inout [RunProblem]) -> [String] {
    do {
      switch try files.kind(of: path) {
      case .file, .other:
        return [path]
      case .folder:
        var found: [String] = []
        let known = problems.count
        search(path, into: &found, problems: &problems)
        if found.isEmpty, problems.count == known { problems.append(.noScripts(in: path)) }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      }
    } catch {
      problems.append(.unreadable(error))
      return []
    }
  }

  private func search(_ root: String, into found: inout [String], problems: inout [RunProblem]) {
    var folders = [root]
    while let folder = folders.popLast() {
      do {
        for entry in try files.entries(of: folder) where !entry.name.hasPrefix(".") {
          let path = folder.hasSuffix("/") ? folder + entry.name : folder + "/" + entry.name
          switch entry.kind {
          case .folder: folders.append(path)
          case .file: if entry.name.hasSuffix(Self.fileExtension) { found.append(path) }
          case .other: break
          }
        }
      } catch {
        problems.append(.unreadable(error))
      }
    }
  }
}
