import FlowDiagnostics
import FlowRunner
import Testing

/// Which scripts the arguments of a run name.
struct DiscoveryTests {
  private let files = MemoryFiles(
    texts: [
      "one.flow": "1", "tests/b.flow": "2", "tests/a/c.flow": "3", "tests/.hidden.flow": "4",
      "tests/notes.txt": "5", "tests/a/d.flow": "6",
    ],
    folders: [
      "tests": [
        FolderEntry(name: "b.flow", kind: .file), FolderEntry(name: "notes.txt", kind: .file),
        FolderEntry(name: ".hidden.flow", kind: .file), FolderEntry(name: ".git", kind: .folder),
        FolderEntry(name: "a", kind: .folder), FolderEntry(name: "loop", kind: .other),
      ],
      "tests/a": [
        FolderEntry(name: "d.flow", kind: .file), FolderEntry(name: "c.flow", kind: .file),
      ],
      "tests/.git": [FolderEntry(name: "x.flow", kind: .file)],
      "empty": [],
    ],
    unreadable: ["secret.flow"], input: "log 1")

  private func find(_ arguments: String...) -> ScriptDiscovery.Findings {
    ScriptDiscovery(files: files).find(arguments.map(ScriptInput.init(argument:)))
  }

  @Test func `a folder is searched in the order of the paths, hidden names apart`() {
    #expect(
      find("tests").sources.map(\.name) == ["tests/a/c.flow", "tests/a/d.flow", "tests/b.flow"])
  }

  @Test func `arguments keep their order and a script is read once`() {
    let found = find("tests/b.flow", "one.flow", "tests")
    #expect(
      found.sources.map(\.name)
        == ["tests/b.flow", "one.flow", "tests/a/c.flow", "tests/a/d.flow"])
  }

  @Test func `a trailing slash changes nothing but the path`() {
    var files = files
    files.folders["tests/"] = files.folders["tests"]
    let found = ScriptDiscovery(files: files).find([.path("tests/")])
    #expect(found.sources.first?.name == "tests/a/c.flow")
  }

  @Test func `a dash is standard input`() {
    let found = find("-")
    #expect(found.sources.map(\.name) == ["<standard input>"])
    #expect(found.sources.map(\.bytes) == [Array("log 1".utf8)])
  }

  @Test func `standard input is read once, however often it is named`() {
    let found = find("-", "one.flow", "-")
    #expect(found.sources.map(\.name) == ["<standard input>", "one.flow"])
    #expect(found.problems.isEmpty)
  }

  @Test func `a folder that cannot be read holds no scripts that anybody knows of`() {
    var files = files
    files.folders["tests"] = [FolderEntry(name: "locked", kind: .folder)]
    let found = ScriptDiscovery(files: files).find([.path("tests")])
    #expect(found.problems.map(\.code) == ["E0501"])
  }

  @Test func `what cannot be read is named and the rest is found`() {
    let found = find("missing.flow", "secret.flow", "one.flow")
    #expect(found.sources.map(\.name) == ["one.flow"])
    #expect(found.problems.map(\.code) == ["E0501", "E0501"])
    #expect(
      found.problems.map(\.message) == [
        "cannot read `missing.flow`: No such file or directory",
        "cannot read `secret.flow`: Permission denied",
      ])
    #expect(found.problems.allSatisfy { $0.status == .invalid })
  }

  @Test func `a folder without scripts is inconclusive`() {
    #expect(find("empty").problems.map(\.status) == [.inconclusive])
  }
}
