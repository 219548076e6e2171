import FlowDiagnostics
import FlowRuntime
import PBXModel

/// The report that CI servers read: one suite a file, one case a test.
///
/// A failed test is a `failure`, an inconclusive one and a script that does not compile an `error`,
/// one that the run did not reach `skipped`. Times are those of the test's own clock, so that a run
/// on virtual time gives the same report every time.
package struct JUnitRecorder: Recorder {
  /// How many diagnostics of one file or test are told: more than a CI server shows.
  private static let diagnosticLimit = 100

  private struct Case: Sendable {
    enum Result: Sendable {
      case passed
      case failure(type: String, message: String, text: String)
      case error(type: String, message: String, text: String)
      case skipped(String)
    }
    var name: String
    var result: Result
    var duration: Duration
    var output: String
  }

  private struct Suite: Sendable {
    var name: String
    var start: Timestamp?
    var cases: [Case] = []

    var duration: Duration { cases.reduce(.zero) { $0 + $1.duration } }
  }

  private var suites: [Suite] = []
  private var output = ""
  private let renderer = DiagnosticRenderer(color: false)

  package init() {}

  package mutating func record(_ event: RunEvent) -> String {
    switch event {
    case .runStarted, .interrupted:
      break
    case .diagnosed(let source, let diagnostics):
      addErrors(diagnostics, in: source)
    case .problem(let problem):
      add(
        Case(
          name: problem.message,
          result: .error(type: problem.code, message: problem.message, text: ""),
          duration: .zero, output: ""), toSuite: "callflow", at: nil)
    case .testStarted(let test, seed: _, at: let start):
      output = ""
      open(suite: test.source.name, at: start)
    case .execution(.logged(let text, at: _), of: _):
      output += text + "\n"
    case .execution(.named, of: _), .execution(.statementEnded, of: _),
      .execution(.checkFailed, of: _),
      .execution(.cleanedUp, of: _):
      break
    case .testEnded(let test, let outcome):
      add(finished(test, outcome), toSuite: test.source.name, at: outcome.start)
    case .testSkipped(let test, let reason):
      add(
        Case(name: test.name, result: .skipped(reason), duration: .zero, output: ""),
        toSuite: test.source.name, at: nil)
    case .runEnded:
      return document
    }
    return ""
  }

  private mutating func addErrors(_ diagnostics: [Diagnostic], in source: SourceFile) {
    guard let first = diagnostics.first(where: { $0.severity == .error }) else { return }
    let text = renderer.render(diagnostics, in: source, limit: Self.diagnosticLimit)
    add(
      Case(
        name: source.name, result: .error(type: first.code, message: first.message, text: text),
        duration: .zero, output: ""), toSuite: source.name, at: nil)
  }

  private func finished(_ test: TestIdentity, _ outcome: TestOutcome) -> Case {
    let code = outcome.diagnostics.first?.code ?? outcome.verdict.rawValue
    let message = outcome.diagnostics.first?.message ?? outcome.verdict.rawValue
    let text = renderer.render(
      outcome.diagnostics, in: test.source, limit: Self.diagnosticLimit)
    let result: Case.Result =
      switch outcome.verdict {
      case .passed: .passed
      case .failed: .failure(type: code, message: message, text: text)
      case .inconclusive: .error(type: code, message: message, text: text)
      }
    return Case(
      name: outcome.name, result: result, duration: outcome.start.duration(to: outcome.end),
      output: output + outcome.leftovers.map { $0 + "\n" }.joined())
  }

  private mutating func open(suite name: String, at start: Timestamp?) {
    if suites.last?.name != name { suites.append(Suite(name: name, start: start)) }
  }

  private mutating func add(_ testCase: Case, toSuite name: String, at start: Timestamp?) {
    open(suite: name, at: start)
    suites[suites.endIndex - 1].cases.append(testCase)
  }

  private var document: String {
    var writer = XMLWriter()
    let total = Counts(suites.flatMap(\.cases))
    let duration = suites.reduce(Duration.zero) { $0 + $1.duration }
    writer.element(
      "testsuites",
      [
        "name": "callflow", "tests": "\(total.tests)", "failures": "\(total.failures)",
        "errors": "\(total.errors)", "skipped": "\(total.skipped)",
        "time": TimeText.seconds(duration),
      ]
    ) { writer in
      for suite in suites { write(suite, to: &writer) }
    }
    return writer.text
  }

  private func write(_ suite: Suite, to writer: inout XMLWriter) {
    let counts = Counts(suite.cases)
    writer.element(
      "testsuite",
      [
        "name": suite.name, "tests": "\(counts.tests)", "failures": "\(counts.failures)",
        "errors": "\(counts.errors)", "skipped": "\(counts.skipped)",
        "time": TimeText.seconds(suite.duration),
        "timestamp": suite.start.map(TimeText.dateTime),
      ]
    ) { writer in
      for testCase in suite.cases { write(testCase, of: suite, to: &writer) }
    }
  }

  private func write(_ testCase: Case, of suite: Suite, to writer: inout XMLWriter) {
    let attributes: XMLWriter.Attributes = [
      "name": testCase.name, "classname": suite.name, "time": TimeText.seconds(testCase.duration),
    ]
    writer.element("testcase", attributes) { writer in
      switch testCase.result {
      case .passed:
        break
      case .failure(let type, let message, let text):
        writer.element("failure", ["type": type, "message": message], text: text)
      case .error(let type, let message, let text):
        writer.element("error", ["type": type, "message": message], text: text)
      case .skipped(let reason):
        writer.element("skipped", ["message": reason])
      }
      if !testCase.output.isEmpty { writer.element("system-out", text: testCase.output) }
    }
  }

  private struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    init(_ cases: [Case]) {
      for testCase in cases {
        tests += 1
        switch testCase.result {
        case .passed: break
        case .failure: failures += 1
        case .error: errors += 1
        case .skipped: skipped += 1
        }
      }
    }
  }
}
