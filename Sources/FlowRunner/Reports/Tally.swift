import FlowDiagnostics
import FlowRuntime

/// The counts behind a summary.
struct Tally: Sendable {
  /// The scripts, where they are only checked.
  var checkedScripts: Int?
  var passed = 0
  var failed = 0
  var inconclusive = 0
  var skipped = 0
  var errors = 0
  var warnings = 0

  mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      }
    }
  }

  mutating func add(_ problem: RunProblem) {
    if problem.status == .inconclusive { inconclusive += 1 } else { errors += 1 }
  }

  mutating func add(_ verdict: Verdict) {
    switch verdict {
    case .passed: passed += 1
    case .failed: failed += 1
    case .inconclusive: inconclusive += 1
    }
  }

  /// One line: what there was of, in words.
  func summary(_ style: ConsoleStyle) -> String {
    var parts: [String] = []
    if passed > 0 { parts.append(style.success("\(passed) passed")) }
    if failed > 0 { parts.append(style.failure("\(failed) failed")) }
    if inconclusive > 0 { parts.append(style.warning("\(inconclusive) inconclusive")) }
    if skipped > 0 { parts.append(style.warning("\(skipped) skipped")) }
    if errors > 0 { parts.append(style.failure(Self.count(errors, "error"))) }
    if warnings > 0 { parts.append(style.warning(Self.count(warnings, "warning"))) }
    var line = parts.joined(separator: ", ")
    if let checkedScripts {
      line = "\(Self.count(checkedScripts, "script")): " + (line.isEmpty ? "no errors" : line)
    }
    return line.isEmpty ? "" : line + "\n"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
