import FlowDiagnostics
import FlowRuntime
import Foundation

/// Compares a loop of arithmetic on file-level variables with the same loop in Lua and Python.
@main
struct LoopBenchmark {
  private static let turns = 10_000_000
  private static let rounds = 5

  static func main() throws {
    let ours = try (0..<rounds).map { _ in try callflow() }
    report("callflow", ours)
    let lua =
      "x = 0 i = 0 while i < \(turns) do x = x + i * 3 - 1 i = i + 1 end"
    report("lua5.4, globals", try (0..<rounds).compactMap { _ in try run("lua5.4", ["-e", lua]) })
    let python =
      "x = 0\ni = 0\nwhile i < \(turns):\n    x = x + i * 3 - 1\n    i = i + 1\n"
    report("python3", try (0..<2).compactMap { _ in try run("python3", ["-S", "-c", python]) })
  }

  /// The machine alone, without a telephone system around it.
  private static func callflow() throws -> Double {
    let source = SourceFile(
      name: "loop",
      text: "let x = 0; let i = 0; while i < \(turns) { x = x + i * 3 - 1; i = i + 1 }")
    let library = Library(commands: [], queries: [])
    guard let program = Program.compile(source, library: library).program else {
      preconditionFailure("the loop does not compile")
    }
    var machine = Machine(running: program)
    return seconds {
      var isRunning = true
      while isRunning {
        var fuel = 100_000
        switch machine.run(fuel: &fuel) {
        case .outOfFuel: break
        case .finished: isRunning = false
        case .failed(let failure): preconditionFailure(failure.message)
        case .suspended: preconditionFailure("the loop waits")
        }
      }
    }
  }

  /// How long a command takes, its start included; nil if it is not installed.
  private static func run(_ name: String, _ arguments: [String]) throws -> Double? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.standardError = FileHandle.nullDevice
    var status: Int32 = 1
    let time = try secondsThrowing {
      try process.run()
      process.waitUntilExit()
      status = process.terminationStatus
    }
    return status == 0 ? time : nil
  }

  private static func report(_ name: String, _ times: [Double]) {
    guard let best = times.min() else {
      print("\(name) is not installed: nothing to compare with")
      return
    }
    let nanoseconds = (best / Double(turns) * 1e10).rounded() / 10
    print(name.padding(toLength: 18, withPad: " ", startingAt: 0), "\(nanoseconds) ns a turn")
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let duration = ContinuousClock().measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func secondsThrowing(_ body: () throws -> Void) throws -> Double {
    let duration = try ContinuousClock().measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
