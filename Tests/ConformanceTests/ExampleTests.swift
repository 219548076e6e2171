import FlowRunner
import Testing

/// The scripts that ship pass, and so does what the documents show.
struct ExampleTests {
  static let scripts =
    (try? Repository.files(below: "scripts", endingIn: [".flow"])) ?? []

  @Test(arguments: scripts)
  func `a shipped script passes`(path: String) async {
    let run = await ProgramRun.run(["run", path], in: Repository.root)
    #expect(run.status == .passed, "\(run.screen)")
  }

  @Test(arguments: DocumentBlock.scripts)
  func `a script in a document ends as its block says`(block: DocumentBlock) async {
    let arguments = block.isOnlyChecked ? ["check", "-"] : ["run", "-"]
    let run = await ProgramRun.run(arguments, in: Repository.root, input: block.text)
    #expect(run.status == block.expectedStatus, "\(run.screen)")
  }

  @Test(arguments: DocumentCommand.all)
  func `a command in a document says what is shown`(command: DocumentCommand) async {
    let run = await ProgramRun.run(command.arguments, in: Repository.root)
    #expect(Pattern(text: command.expected).matches(run.screen), "\(run.screen)")
  }

  @Test func `the library's example is the one that compiles`() throws {
    let block = try #require(DocumentBlock.all.first { $0.tags == ["swift"] })
    let source = try Repository.text("Tests/PBXClientTests/LibraryExample.swift")
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
    }
    let compiled = lines(source)
    for line in lines(block.text) { #expect(compiled.contains(line), "\(line)") }
  }

  @Test func `the documents have blocks to run`() {
    #expect(!DocumentBlock.scripts.isEmpty)
    #expect(!DocumentCommand.all.isEmpty)
  }
}
