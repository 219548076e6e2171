import Foundation
import Testing

@testable import LineEditor

@Suite struct HistoryFileTests {
  @Test(arguments: ["dial 8001 -> 8002", "log \"a\\nb\"", "repeat 2 {\n  wait 1s\n}", "呼叫 \\", ""])
  func `an entry is written on one line and read back`(entry: String) {
    let line = HistoryFile.encoded(entry)
    #expect(!line.contains("\n"))
    #expect(HistoryFile.decoded(line) == entry)
  }

  @Test(arguments: [("dial 8001", true), (" dial 8001", false), ("  ", false), ("", false)])
  func `lines that begin with a space are not kept`(entry: String, isKept: Bool) {
    #expect(HistoryFile.keeps(entry) == isKept)
  }

  @Test func `the file and its folder belong to the user alone`() throws {
    try withFolder { folder in
      let file = HistoryFile(path: folder + "/state/callflow/history")
      file.append("dial 8001 -> 8002")
      #expect(mode(of: folder + "/state/callflow/history") == 0o600)
      #expect(mode(of: folder + "/state/callflow") == 0o700)
      #expect(mode(of: folder + "/state") == 0o700)
    }
  }

  @Test func `two sessions keep each other's entries`() throws {
    try withFolder { folder in
      let first = HistoryFile(path: folder + "/history")
      let second = HistoryFile(path: folder + "/history")
      first.append("one")
      second.append("two")
      first.append("three")
      #expect(second.load() == ["one", "two", "three"])
    }
  }

  @Test func `a long history is cut to its newest entries`() throws {
    try withFolder { folder in
      let file = HistoryFile(path: folder + "/history", capacity: 3)
      for number in 1...7 { file.append("line \(number)") }
      #expect(file.load() == ["line 5", "line 6", "line 7"])
      file.append("line 8")
      #expect(file.load() == ["line 6", "line 7", "line 8"])
      #expect(mode(of: folder + "/history") == 0o600)
    }
  }

  @Test func `a history that cannot be read or written is no trouble`() {
    let file = HistoryFile(path: "/dev/null/nowhere/history")
    file.append("dial 8001")
    #expect(file.load() == [])
  }

  private func mode(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  /// Runs a body with a new folder that is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/callflow-history-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }
}
