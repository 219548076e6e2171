import FlowDiagnostics
import FlowSyntax
import PBXModel

extension Interpreter {
  /// Words a condition that did not hold; `expect` and `wait` end the run, `check` notes it.
  func fail(_ site: ExpectationSite) throws(RuntimeFailure) {
    // Outside a wait it says what the states were asked of showed.
    let seen = telephony.endWaiting()
    isWaiting = false
    let failure = RuntimeFailure(
      kind: site.failureKind, code: site.code, message: message(of: site),
      notes: values(of: site) + seen)
    guard case .expectation(.check) = site.role else { throw failure }
    let located = ScriptFailure(failure, at: site.condition)
    failedChecks.append(located)
    openStatement?.isFailure = true
    observer.receive(.checkFailed(located.diagnostic, at: now))
  }

  private func message(of site: ExpectationSite) -> String {
    let condition = "`\(text(of: site.condition))`"
    let problem: String
    switch site.timing {
    case .now: problem = "\(condition) is not true"
    case .within(let limit?): problem = "\(condition) did not become true within \(shown(limit))"
    case .within(nil):
      let limit = DurationText.format(environment.settings.waitLimit.nanoseconds)
      problem = "\(condition) did not become true within \(limit), the default"
    case .throughout(let limit): problem = "\(condition) did not stay true for \(shown(limit))"
    }
    guard let reason = site.reason else { return problem }
    return "\(self[reason].displayText): \(problem)"
  }

  private func shown(_ limit: Register) -> String { self[limit].literalText }

  /// The values of the condition's parts, those that were computed.
  private func values(of site: ExpectationSite) -> [String] {
    var notes: [String] = []
    for part in site.parts where part.range != site.condition {
      let value = self[part.register]
      if value.isUnset { continue }
      let note = "`\(text(of: part.range))` was `\(value.literalText)`"
      if !notes.contains(note) { notes.append(note) }
    }
    return notes
  }

  /// A stretch of the script on one line.
  private func text(of range: SourceRange) -> String {
    let lines = source.text(in: range).split(whereSeparator: \.isNewline)
    return lines.map { $0.trimmingBlanks }.joined(separator: " ")
  }
}

extension ExpectationSite {
  fileprivate var failureKind: RuntimeFailure.Kind {
    switch role {
    case .expectation: .expectation
    case .wait: .wait
    }
  }

  fileprivate var code: String {
    switch role {
    case .expectation(.expect): "E0319"
    case .expectation(.check): "E0320"
    case .wait: "E0321"
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
