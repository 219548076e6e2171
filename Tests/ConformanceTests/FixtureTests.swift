import FlowRunner
import Testing

/// Every script of the verdict folders ends as its folder says, and says what stands beside it.
struct FixtureTests {
  @Test(arguments: Fixture.all)
  func `a script ends as its folder says`(fixture: Fixture) async throws {
    let run = await fixture.run()
    if Fixture.isRecording {
      try fixture.record(run)
      Issue.record("recorded \(fixture); look at it and run again without RECORD")
      return
    }
    #expect(run.status.rawValue == fixture.expectedStatus, "\(run.errors)")
    if let output = fixture.text(".out") { #expect(run.output == output) }
    if let errors = fixture.text(".err") { #expect(run.errors == errors) }
    if let pattern = fixture.text(".out.pattern") {
      #expect(Pattern(text: pattern).matches(run.output), "\(run.output)")
    }
    if let pattern = fixture.text(".err.pattern") {
      #expect(Pattern(text: pattern).matches(run.errors), "\(run.errors)")
    }
  }

  @Test(arguments: Fixture.all.filter { $0.folder == .ok })
  func `a script says the same each time`(fixture: Fixture) async {
    let first = await fixture.run()
    let second = await fixture.run()
    #expect(first.screen == second.screen)
  }

  @Test func `there are scripts in every verdict folder`() {
    for folder in Fixture.Folder.allCases {
      #expect(Fixture.all.contains { $0.folder == folder })
    }
  }

  @Test func `a wildcard stands for any text in one line`() {
    #expect(Pattern(text: "a ~~~ c\nd").matches("a b c\nd"))
    #expect(!Pattern(text: "a ~~~ c").matches("a b d"))
    #expect(!Pattern(text: "a~~~").matches("a\nb"))
  }
}
