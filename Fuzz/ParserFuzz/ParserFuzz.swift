import FlowCommands
import FlowDiagnostics
import FlowRuntime
import FlowSyntax

private let commands = Library.standard.commandTable

/// Parses what libFuzzer made up: nothing may trap, and every byte must be in the tokens, in order.
@_cdecl("LLVMFuzzerTestOneInput")
public func parseFuzzed(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = SourceFile(
    name: "fuzz.flow", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let result = Parser.parse(source, commands: commands)
  var position = 0
  for token in result.tokens {
    precondition(token.leadingTrivia.start == position, "tokens are adjacent")
    precondition(token.leadingTrivia.end == token.range.start, "trivia ends where its token begins")
    position = token.range.end
  }
  precondition(position == count, "tokens cover the file")
  let renderer = DiagnosticRenderer(color: false)
  for diagnostic in result.diagnostics {
    precondition(diagnostic.range.start <= diagnostic.range.end, "ranges are in order")
    precondition(diagnostic.range.end <= count, "ranges are in the file")
    _ = renderer.render(diagnostic, in: source)
  }
  return 0
}
