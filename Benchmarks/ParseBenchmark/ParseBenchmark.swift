import FlowCommands
import FlowDiagnostics
import FlowRuntime
import FlowSyntax
import Foundation

/// Compares how fast a script is parsed with how fast `luac` reads a Lua file of the same size.
@main
struct ParseBenchmark {
  private static let size = 10_000_000
  private static let rounds = 5

  static func main() throws {
    let script = SourceFile(name: "generated.flow", text: generate(size, flowTest))
    let commands = Library.standard.commandTable
    report(Parser.parse(script, commands: commands), of: script)

    let lua = FileManager.default.temporaryDirectory.appending(
      path: "callflow-\(ProcessInfo.processInfo.processIdentifier).lua")
    defer { try? FileManager.default.removeItem(at: lua) }
    let luaText = generate(size, luaFunction)
    try Data(luaText.utf8).write(to: lua)

    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<rounds {
      // The tree is kept until the clock has stopped: taking it down is no part of parsing.
      var result: ParseResult?
      ours.append(seconds { result = Parser.parse(script, commands: commands) })
      precondition(result?.diagnostics.isEmpty == true, "a script with errors measures nothing")
      if let time = luacSeconds(lua) { theirs.append(time) }
    }
    let rate = megabytesPerSecond(script.bytes.count, ours)
    print("callflow parse   \(rate) MB/s")
    guard !theirs.isEmpty else {
      print("luac5.4 is not installed: nothing to compare with")
      return
    }
    let luaRate = megabytesPerSecond(luaText.utf8.count, theirs)
    print("luac5.4 -p       \(luaRate) MB/s")
    print("ratio            \(((rate / luaRate) * 100).rounded() / 100)")
  }

  /// Says what was parsed; a generated script with errors would be a wrong measurement.
  private static func report(_ result: ParseResult, of script: SourceFile) {
    print(
      "\(script.bytes.count) bytes, \(result.tokens.count) tokens, "
        + "\(result.script.statements.count) tests, \(result.diagnostics.count) diagnostics")
    for diagnostic in result.diagnostics.prefix(3) {
      print(DiagnosticRenderer(color: false).render(diagnostic, in: script))
    }
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let duration = ContinuousClock().measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  /// How long `luac5.4 -p` takes for a file, its start included; nil if it is not installed.
  private static func luacSeconds(_ file: URL) -> Double? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["luac5.4", "-p", file.path]
    process.standardError = FileHandle.nullDevice
    let time = seconds {
      try? process.run()
      process.waitUntilExit()
    }
    return process.terminationStatus == 0 ? time : nil
  }

  /// The rate of the median round.
  private static func megabytesPerSecond(_ bytes: Int, _ rounds: [Double]) -> Double {
    let median = rounds.sorted()[rounds.count / 2]
    return (Double(bytes) / median / 100_000).rounded() / 10
  }

  private static func generate(_ size: Int, _ part: (Int) -> String) -> String {
    var text = ""
    text.reserveCapacity(size + 2_000)
    var index = 0
    while text.utf8.count < size {
      text += part(index)
      index += 1
    }
    return text
  }

  /// A test as people write them.
  private static func flowTest(_ index: Int) -> String {
    """
    # Case \(index): a consulted transfer that reaches the other desk.
    test "transfer number \(index) reaches ${consultant}" timeout 1m {
      let first = dial 8001 -> \(8000 + index % 10) showing 4008001234
      wait answered within 10s
      transfer attended consultant
      wait answered within 10s        # the consultation
      let total = first.duration + \(index) * 3 - limit / 2
      if total > \(index % 700) and first.disposition == "ANSWERED" {
        log "case \(index)", total, "took ${total} of ${limit}"
        attempts = attempts + 1
      } else {
        hangup 8001
      }
      for row in [1, 2, 3] { check row.ext != first.numbers[\(index % 7)], "never itself" }
      expect 8002 is answered within 5s
      let record = wait cdr where it.src == 8001 and it.dst == 8002 within 5s
      expect record.disposition == "ANSWERED", "wrong disposition"
    }


    """
  }

  /// The same work in Lua.
  private static func luaFunction(_ index: Int) -> String {
    """
    -- Case \(index): a consulted transfer that reaches the other desk.
    test("transfer number \(index) reaches " .. consultant, { timeout = 60 }, function()
      local first = dial(8001, \(8000 + index % 10), { showing = 4008001234 })
      wait("answered", 10)
      transfer("attended", consultant)
      wait("answered", 10)            -- the consultation
      local total = first.duration + \(index) * 3 - limit / 2
      if total > \(index % 700) and first.disposition == "ANSWERED" then
        log("case \(index)", total, "took " .. total .. " of " .. limit)
        attempts = attempts + 1
      else
        hangup(8001)
      end
      for _, row in ipairs({1, 2, 3}) do check(row.ext ~= first.numbers[\(index % 7)], "never") end
      expect(is(8002, "answered"), 5)
      local record = wait_cdr(function(it) return it.src == 8001 and it.dst == 8002 end, 5)
      expect(record.disposition == "ANSWERED", "wrong disposition")
    end)


    """
  }
}
