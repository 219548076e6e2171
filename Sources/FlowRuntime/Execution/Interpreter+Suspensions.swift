import FlowDiagnostics
import FlowSyntax
import PBXModel

extension Interpreter {
  /// Does what the machine cannot do by itself.
  func perform(_ suspension: Suspension) async throws(RuntimeFailure) {
    switch suspension {
    case .beginStatement:
      openStatement = OpenStatement(range: currentRange, start: now)
    case .endStatement(let value, let isKept):
      if let statement = openStatement {
        close(statement, value: value.map { self[$0] } ?? .null, isKept: isKept)
      }
    case .log(let registers):
      let text = registers.map { self[$0].displayText }.joined(separator: " ")
      observer.receive(.logged(text, at: now))
    case .command(let site, let target):
      do {
        self[target] = try await telephony.run(invocation(site))
      } catch {
        blamedRange = range(of: error.culprit, in: site)
        throw error
      }
    case .query(let site, let target):
      var arguments: [String: Value] = [:]
      for (parameter, register) in site.arguments { arguments[parameter] = self[register] }
      self[target] = try await telephony.query(
        FunctionInvocation(name: site.name, arguments: arguments))
    case .currentCall(let target):
      self[target] = telephony.currentCall
    case .testState(let site, let target):
      let isTrue = try await telephony.isTrue(
        site.state, of: self[site.subject], isAwaited: site.isAwaited)
      self[target] = .boolean(isTrue != site.isNegated)
    case .failExpectation(let site):
      try fail(site)
    case .sleep, .readClock, .sleepUntil, .waitForState, .beginWaiting, .nextSample, .endWaiting,
      .beginRecordWait, .nextRecord, .takeRecord:
      try await wait(suspension)
    }
  }

  private func invocation(_ site: CommandSite) -> CommandInvocation {
    var arguments: [String: Value] = [:]
    for (slot, argument, _) in site.arguments {
      switch argument {
      case .register(let register): arguments[slot] = self[register]
      case .word(let word): arguments[slot] = .text(word)
      }
    }
    return CommandInvocation(verb: site.verb, form: site.form, arguments: arguments)
  }

  /// Where the operand stands that is to blame.
  private func range(of culprit: RuntimeFailure.Culprit?, in site: CommandSite) -> SourceRange? {
    guard let culprit else { return nil }
    return site.arguments.first { slot, argument, _ in
      switch (culprit, argument) {
      case (.slot(let name), _): slot == name
      case (.number(let number), .register(let register)): self[register].plainText == number
      case (.number(let number), .word(let word)): word == number
      }
    }?.range
  }

  /// What lets time go by.
  private func wait(_ suspension: Suspension) async throws(RuntimeFailure) {
    switch suspension {
    case .sleep(let register):
      try await telephony.sleep(for: duration(register))
    case .readClock(let target):
      self[target] = .time(now)
    case .sleepUntil(let register):
      guard case .time(let time) = self[register] else { return }
      try await telephony.sleep(for: max(.zero, now.duration(to: time)))
    case .waitForState(let state, let target, let limit):
      try await telephony.wait(
        for: state, of: target.map { self[$0] }, within: limit.map { duration($0) })
    case .beginWaiting(let limit, let interval):
      isWaiting = true
      telephony.beginWaiting(
        within: limit.map { duration($0) }, every: interval.map { duration($0) })
    case .nextSample(let target):
      self[target] = .boolean(try await telephony.nextSample())
    case .endWaiting:
      isWaiting = false
      _ = telephony.endWaiting()
    case .beginRecordWait(let call, let limit):
      try await telephony.beginRecordWait(
        of: call.map { self[$0] }, within: limit.map { duration($0) })
    case .nextRecord(let target):
      self[target] = try await telephony.nextRecord()
    case .takeRecord:
      telephony.takeRecord()
    case .beginStatement, .endStatement, .log, .command, .query, .currentCall, .testState,
      .failExpectation:
      preconditionFailure("no wait")
    }
  }
}
