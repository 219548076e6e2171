import FlowDiagnostics
import FlowRuntime
import Testing

@Suite struct PrefixTests {
  private static let script = """
    param who = 8001
    let plan = [{ a: 1, b: "x${who}" }, null]
    setup { phone 8002 answers after 800ms }
    teardown { log 1, 2 }
    test "a ${who}" timeout 1m {
      let first = dial 8001 -> who via "trunk"
      expect 8002 is answered and not (1 + 2 * 3 == 7 or true) within 5s, "why"
      if plan[0].a == 1 { break } else if plan[1]?.b ?? false { hangup } else { }
      for x in range(1, 3) { repeat 2 every 1s { continue } }
      let r = wait cdr of first where it.src == 8001 within 5s
      check r.dst? matches 'a(b|c)*' for 2s
    }
    """

  @Test func `every beginning of a script compiles or says why not`() {
    let bytes = Array(Self.script.utf8)
    for length in 0...bytes.count {
      let source = SourceFile(name: "script", bytes: Array(bytes[..<length]))
      let compilation = Program.compile(source, library: .fake)
      #expect(
        compilation.program != nil || compilation.diagnostics.contains { $0.severity == .error })
      #expect(compilation.diagnostics.allSatisfy { $0.range.end <= length })
    }
  }

  @Test func `every script without one of its bytes compiles or says why not`() {
    let bytes = Array(Self.script.utf8)
    for index in bytes.indices {
      let text = Array(bytes[..<index] + bytes[(index + 1)...])
      let compilation = Program.compile(SourceFile(name: "script", bytes: text), library: .fake)
      #expect(
        compilation.program != nil || compilation.diagnostics.contains { $0.severity == .error })
    }
  }
}
