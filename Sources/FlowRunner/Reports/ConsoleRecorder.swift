import FlowDiagnostics
import FlowRuntime
import PBXModel

/// What a person sees while a run goes on: a line per statement, one per test, and a summary.
package struct ConsoleRecorder: Recorder {
  /// How much is said.
  package enum Detail: Hashable, Sendable {
    /// What is wrong and the summary.
    case quiet
    /// Also every statement and every test.
    case normal
    /// Also seeds and what the clean-up did.
    case verbose
  }

  /// How many diagnostics of one file are shown at a time: more than a person reads.
  private static let diagnosticLimit = 20

  private let detail: Detail
  private let style: ConsoleStyle
  private let renderer: DiagnosticRenderer
  private var start: Timestamp?
  /// The test's seed, while the line that names the test waits for its name to be known.
  private var openHeading: UInt64?
  /// What was recorded before the name was known: it goes behind the heading.
  private var heldBack = ""
  /// What was shown while the test ran, and need not be shown again at its end.
  private var shown: Set<Diagnostic> = []
  /// Failed checks that wait for their statement's line.
  private var pending = ""
  private var tally = Tally()
  private var hasEnded = false

  package init(detail: Detail, color: Bool) {
    self.detail = detail
    self.style = ConsoleStyle(color: color)
    self.renderer = DiagnosticRenderer(color: color)
  }

  package mutating func record(_ event: RunEvent) -> String {
    switch event {
    case .runStarted(let header):
      switch header.purpose {
      case .run: break
      case .check: tally.checkedScripts = header.scriptCount
      }
      return detail == .verbose ? "seed \(header.seed)\n" : ""
    case .diagnosed(let source, let diagnostics):
      tally.add(diagnostics)
      return render(diagnostics, in: source)
    case .problem(let problem):
      tally.add(problem)
      return render(problem)
    case .testStarted(_, let seed, let moment):
      start = moment
      shown = []
      pending = ""
      openHeading = seed
      return ""
    case .execution(.named(let name), of: let test):
      return heading(of: test, named: name)
    case .execution(let event, of: let test):
      let text = record(event, of: test)
      guard openHeading != nil else { return text }
      heldBack += text
      return ""
    case .testEnded(let test, let outcome):
      tally.add(outcome.verdict)
      return heading(of: test, named: outcome.name) + render(outcome, of: test)
    case .interrupted(let interruption):
      return notice(of: interruption)
    case .testSkipped(let test, let reason):
      tally.skipped += 1
      return detail == .quiet ? "" : style.warning("skipped") + " \(test.title): \(reason)\n"
    case .runEnded(let interruption):
      hasEnded = true
      return ending(interruption) + tally.summary(style)
    }
  }

  /// The line that names a test and what was held back for it; nothing once it was shown.
  private mutating func heading(of test: TestIdentity, named name: String) -> String {
    guard let seed = openHeading else { return "" }
    defer { heldBack = "" }
    openHeading = nil
    let title = style.bold(test.title(named: name))
    switch detail {
    case .quiet: return heldBack
    case .normal: return "\(title)\n\(heldBack)"
    case .verbose: return "\(title)\(style.faint(" (seed \(seed))"))\n\(heldBack)"
    }
  }

  private mutating func record(_ event: ExecutionEvent, of test: TestIdentity) -> String {
    switch event {
    case .named:
      return ""
    case .statementEnded(let trace):
      defer { pending = "" }
      return (detail == .quiet ? "" : line(trace, of: test)) + pending
    case .logged:
      return ""
    case .checkFailed(let diagnostic, at: _):
      shown.insert(diagnostic)
      pending += render([diagnostic], in: test.source)
      return ""
    case .cleanedUp(let text, at: let moment):
      let deed = PrintableText.shown(text)
      return detail == .verbose ? "\(style.faint(offset(moment)))  \(style.faint(deed))\n" : ""
    }
  }

  /// Tells whoever waits why the end takes a moment; nothing once it has come.
  private func notice(of interruption: Interruption) -> String {
    switch interruption {
    case .outputClosed: return ""
    case .hangup, .interrupt, .termination:
      if hasEnded { return "" }
      return style.warning("interrupted") + ": cleaning up; again to end at once\n"
    }
  }

  private func ending(_ interruption: Interruption?) -> String {
    switch interruption {
    // A reader that went away wants to hear no more.
    case nil, .outputClosed: ""
    case .hangup, .interrupt, .termination: style.failure("interrupted") + "\n"
    }
  }

  private func line(_ trace: StatementTrace, of test: TestIdentity) -> String {
    let text = StatementExcerpt.text(of: trace.range, in: test.source)
    var line = "\(style.faint(offset(trace.end)))  \(text)"
    if trace.isFailure {
      line += "  " + style.failure("failed")
    } else if let answer = StatementExcerpt.answer(trace.value) {
      line += "  " + style.faint("=> \(answer)")
    }
    let notes = trace.notes.map {
      String(repeating: " ", count: 10) + "note: \(PrintableText.shown($0))\n"
    }
    return line + "\n" + notes.joined()
  }

  private func offset(_ moment: Timestamp) -> String {
    let text = "+" + TimeText.seconds((start ?? moment).duration(to: moment))
    return String(repeating: " ", count: max(0, 8 - text.count)) + text
  }

  private func render(_ diagnostics: [Diagnostic], in source: SourceFile) -> String {
    if diagnostics.isEmpty { return "" }
    return renderer.render(diagnostics, in: source, limit: Self.diagnosticLimit) + "\n"
  }

  private func render(_ problem: RunProblem) -> String {
    let word =
      problem.status == .inconclusive ? style.warning("inconclusive") : style.failure("error")
    let notes = problem.notes.map { "  \(PrintableText.shown($0))\n" }.joined()
    return "\(word)[\(problem.code)]: \(PrintableText.shown(problem.message))\n\(notes)"
  }

  private func render(_ outcome: TestOutcome, of test: TestIdentity) -> String {
    let time = style.faint("(\(TimeText.seconds(outcome.start.duration(to: outcome.end))) s)")
    let leftovers = outcome.leftovers.map {
      "  \(style.warning("left over")): \(PrintableText.shown($0))\n"
    }.joined()
    let diagnostics = render(
      outcome.diagnostics.filter { !shown.contains($0) }, in: test.source)
    let title = test.title(named: outcome.name)
    switch outcome.verdict {
    case .passed:
      let line = detail == .quiet ? "" : "\(style.success("passed")) \(title) \(time)\n"
      return diagnostics + leftovers + line
    case .failed:
      return diagnostics + leftovers + "\(style.failure("failed")) \(title) \(time)\n"
    case .inconclusive:
      return diagnostics + leftovers + "\(style.warning("inconclusive")) \(title) \(time)\n"
    }
  }
}

extension TestIdentity {
  /// What the test is called on screen: the file, and the test's name where the file has several.
  var title: String { title(named: name) }

  func title(named name: String) -> String {
    PrintableText.shown(isWholeFile ? source.name : "\(source.name): \(name)")
  }
}
