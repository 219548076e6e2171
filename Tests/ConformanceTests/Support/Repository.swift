import FlowRunner
import Foundation
import callflow

/// The project's own folders and files, found beside this file.
enum Repository {
  /// The folder that holds `Package.swift`.
  static let root: String = {
    let components = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return components.dropLast(4).joined(separator: "/")
  }()

  /// The program that was built together with the tests.
  static let program: String = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appendingPathComponent("callflow").path
    let exists = FileManager.default.isExecutableFile(atPath: beside)
    return exists ? beside : root + "/.build/debug/callflow"
  }()

  static let fixtures = root + "/Tests/ConformanceTests/Fixtures"

  static func text(_ path: String) throws -> String {
    String(decoding: try POSIXFiles().read(root + "/" + path), as: UTF8.self)
  }

  /// Every file below a folder with one of some endings, relative to the root, in order.
  static func files(below folder: String, endingIn endings: [String]) throws -> [String] {
    var found: [String] = []
    var folders = [folder]
    while let next = folders.popLast() {
      for entry in try POSIXFiles().entries(of: root + "/" + next) {
        let path = next + "/" + entry.name
        switch entry.kind {
        case .folder: folders.append(path)
        case .file: if endings.contains(where: { path.hasSuffix($0) }) { found.append(path) }
        case .other: break
        }
      }
    }
    return found.sorted()
  }
}
