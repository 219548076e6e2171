import Foundation
import PBXModel

/// A conversation with a PBX, request by request, with what it must answer.
///
/// A file holds lines `> METHOD PATH PARAMETERS` (JSON, left out where there are none), each
/// followed by `< ANSWER` (the envelope, as JSON); `#` begins a comment line. Where the environment
/// has RECORD, the answers are written down rather than compared.
struct ContractScript: Sendable, CustomStringConvertible {
  struct Step: Sendable {
    var method: String
    var path: String
    var parameters: JSONObject
    var answer: String

    var request: String {
      let parameters = parameters.members.isEmpty ? "" : " " + JSONValue.object(parameters).text()
      return "> \(method) \(path)\(parameters)"
    }
  }

  var name: String
  var lines: [String]

  var description: String { name }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  static func fixture(_ path: String) -> String { folder.appending(path: path).path }

  static let all: [ContractScript] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".contract") }.sorted().compactMap { file in
      guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8) else {
        return nil
      }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return ContractScript(name: String(file.dropLast(".contract".count)), lines: lines)
    }
  }()

  static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] != nil }

  func steps() throws -> [Step] {
    var steps: [Step] = []
    for line in lines {
      if line.hasPrefix("> ") {
        let parts = line.dropFirst(2).split(separator: " ", maxSplits: 2)
        let json = parts.count > 2 ? try JSONValue(parsing: String(parts[2])) : .object([:])
        steps.append(
          Step(
            method: String(parts[0]), path: String(parts[1]), parameters: json.object ?? [:],
            answer: ""))
      } else if line.hasPrefix("< "), !steps.isEmpty {
        steps[steps.count - 1].answer = String(line.dropFirst(2))
      }
    }
    return steps
  }

  /// Writes the answers into the file.
  func record(_ answers: [String]) throws {
    var answers = answers[...]
    var text: [String] = []
    for line in lines where !line.hasPrefix("< ") {
      text.append(line)
      if line.hasPrefix("> "), let answer = answers.popFirst() { text.append("< " + answer) }
    }
    try text.joined(separator: "\n").write(
      toFile: Self.fixture(name + ".contract"), atomically: true, encoding: .utf8)
  }
}
