import Foundation
import Testing

/// The rows of the recordings' index: the simulator has to reproduce each.
struct TimelineIndex {
  struct Row: CustomTestStringConvertible, Sendable {
    var file: String
    /// `S`, `C`, `R`, `H` or `error`, as the index explains them.
    var compared: Set<String>

    var testDescription: String { file }
  }

  static func rows() throws -> [Row] {
    let file = Timeline.folder.appending(path: "INDEX.md")
    let all = try files()
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("|") && !$0.hasPrefix("|---") }
      .flatMap { line -> [Row] in
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard cells.count == 4, cells[0] != "file" else { return [] }
        let compared = Set(cells[3].split(separator: " ").map(String.init))
        return files(cells[0], among: all).map { Row(file: $0, compared: compared) }
      }
  }

  /// The names of the recordings that are there, sorted.
  static func files() throws -> [String] {
    let suffix = ".timeline.txt"
    return try FileManager.default.contentsOfDirectory(atPath: Timeline.folder.path)
      .compactMap { $0.hasSuffix(suffix) ? String($0.dropLast(suffix.count)) : nil }.sorted()
  }

  /// `a_1, _2, b_*`: `_2` stands for `a_2`, and a star for whatever is there.
  private static func files(_ cell: String, among all: [String]) -> [String] {
    var files: [String] = []
    for name in cell.components(separatedBy: ", ") {
      if name.hasSuffix("*") {
        files += all.filter { $0.hasPrefix(name.dropLast()) }.sorted()
      } else if name.hasPrefix("_"), let stem = files.last?.lastIndex(of: "_") {
        files.append(files[files.count - 1][..<stem] + name)
      } else {
        files.append(name)
      }
    }
    return files
  }
}
