package import FlowSyntax
package import PBXModel

/// The state table of the language: what is true of a subject, by samples and tracks alone.
package struct StateTable: Sendable {
  package var book: CallBook
  package var snapshot: Snapshot
  /// The call records that the snapshot shows; none where they were not asked for.
  package var records: [CallRecord]
  package var beginLimit: Duration
  /// The call of the branch's last leg: only its end tells that a state cannot come any more.
  package var currentCallID: Int?
  /// What came since the branch's last command, where a wait asks; nil for an expression.
  var commandTracks: CommandTracks?

  package init(
    book: CallBook, snapshot: Snapshot, records: [CallRecord], beginLimit: Duration,
    currentCallID: Int? = nil
  ) {
    self.book = book
    self.snapshot = snapshot
    self.records = records
    self.beginLimit = beginLimit
    self.currentCallID = currentCallID
  }

  private var now: Timestamp { snapshot.askedAt }

  /// Whether a state is true of a subject.
  package func answer(_ state: CallState, of subject: StateSubject) -> StateAnswer {
    switch subject {
    case .number(let number):
      return answer(state, ofNumber: number)
    case .call(let id):
      guard let call = book.call(id) else { return .pending }
      return answer(state, of: call)
    case .leg(.call(let id)):
      return answer(state, of: .call(id))
    case .leg(.target(let id, let number, let since)):
      guard let call = book.call(id) else { return .pending }
      guard let party = call.allParties.first(where: { $0.number == number }) else {
        return answer(state, of: call)
      }
      return state == .ended
        ? answer(state, of: call) : answer(state, of: party, in: call, since: since)
    case .leg(.consultation(let id, let since)):
      guard let call = book.call(id), let consultation = call.consultation else { return .pending }
      return answer(state, of: consultation, in: call, since: since)
    }
  }

  // MARK: A call

  private func answer(_ state: CallState, of call: TrackedCall) -> StateAnswer {
    let progress = progress(of: call)
    switch (state, progress) {
    case (.ended, .over):
      return .holds
    case (.idle, _):
      return call.allParties.allSatisfy(\.isIdle) ? .holds : .pending
    case (_, .neverBegan):
      return .neverBegan(of: call.name)
    case (.ended, _):
      return .pending
    case (.ringing, _):
      guard let called = call.parties.last else { return .pending }
      return ringing(of: called, in: call, isOver: progress == .over)
    case (.answered, .over):
      return .over(reason: "the call has ended")
    case (.answered, _):
      let hidden = call.parties.lazy.compactMap { hiddenAnswer(of: $0, in: call) }.first
      if let hidden { return hidden }
      return !call.parties.isEmpty && call.parties.allSatisfy(\.isAnswered) ? .holds : .pending
    }
  }

  /// The calls whose end the snapshot shows, and none before it.
  var endedCalls: [Int] {
    var ended: [Int] = []
    for call in book.calls where !call.isOver && progress(of: call) == .over {
      ended.append(call.handle.id)
    }
    return ended
  }

  /// How far a call has come.
  func progress(of call: TrackedCall) -> CallProgress {
    CallProgress(
      of: call, at: now, round: snapshot.round,
      hasRecord: records.contains { call.isRecorded(in: $0) },
      beginLimit: beginLimit)
  }

  // MARK: One end of a call

  private func answer(
    _ state: CallState, of party: CallParty, in call: TrackedCall, since: Timestamp
  ) -> StateAnswer {
    let hasLeft = party.hasBegun && party.quietSamples >= 2
    let isOver = hasLeft || progress(of: call) == .over
    switch state {
    case .idle:
      return party.isIdle ? .holds : .pending
    case .ended:
      return isOver ? .holds : .pending
    case .ringing where party.hasBegun || isOver || party.role == .application:
      return ringing(of: party, in: call, isOver: isOver)
    case .answered where party.hasBegun || isOver || party.role == .application:
      if let hidden = hiddenAnswer(of: party, in: call) { return hidden }
      if party.isAnswered { return .holds }
      return isOver ? .over(reason: "`\(party.number)` has left the call") : .pending
    case .answered, .ringing:
      guard since.duration(to: now) >= beginLimit else { return .pending }
      return party.role == .outside
        ? Self.unseen(party, in: call) : .neverBegan(of: "`\(party.number)`")
    }
  }

  private func ringing(of party: CallParty, in call: TrackedCall, isOver: Bool) -> StateAnswer {
    if party.isRinging { return .holds }
    if let hidden = hiddenAnswer(of: party, in: call) { return hidden }
    if party.hasAnswered { return .inferred(from: "answered") }
    return isOver ? .over(reason: "the call has ended") : .pending
  }

  /// What says that nothing shows whether an end was answered; nil where its state does.
  private func hiddenAnswer(of party: CallParty, in call: TrackedCall) -> StateAnswer? {
    switch party.role {
    case .extension:
      return nil
    case .application:
      return .notObservable(
        what: "whether `\(party.number)` took the call", instead: Self.instead(of: party, in: call))
    case .outside where party.isOnSharedTrunk:
      return .notObservable(
        what: "whether `\(party.number)` answered: its trunk carries other calls too",
        instead: Self.instead(of: party, in: call))
    case .outside:
      // Once the other end has answered, a trunk has as long as any beginning to take the call.
      let answers = call.parties.compactMap(\.track.answeredAt)
      guard party.trunks.allSatisfy({ !$0.track.hasBegun }), let answer = answers.max(),
        answer.duration(to: now) >= beginLimit
      else { return nil }
      return Self.unseen(party, in: call)
    }
  }

  /// What is no extension, and came to no trunk either: a queue, a service code, a conference.
  private static func unseen(_ party: CallParty, in call: TrackedCall) -> StateAnswer {
    .notObservable(
      what: "whether `\(party.number)` took the call: it is no extension, and no trunk carries it",
      instead: instead(of: party, in: call))
  }

  private static func instead(of party: CallParty, in call: TrackedCall) -> String {
    let other = call.parties.first { $0.role == .extension && $0.number != party.number }
    return (other.map { "`\($0.number) is answered`, or " } ?? "")
      + "`record.billsec` of `wait cdr`"
  }

  // MARK: A consultation

  private func answer(
    _ state: CallState, of consultation: TrackedCall.Consultation, in call: TrackedCall,
    since: Timestamp
  ) -> StateAnswer {
    switch consultation.stage {
    case .open:
      return answer(state, of: consultation.target, in: call, since: since)
    case .completed, .cancelled:
      return answer(state, of: call)
    case .failed:
      switch state {
      case .ended, .idle: return .holds
      case .ringing where consultation.target.hasAnswered: return .inferred(from: "answered")
      case .answered, .ringing:
        let verb = consultation.target.hasBegun ? "has left" : "did not take"
        return .over(reason: "`\(consultation.target.number)` \(verb) the consultation")
      }
    }
  }

  // MARK: A number

  private func answer(_ state: CallState, ofNumber number: String) -> StateAnswer {
    let live = book.liveCall(with: number)
    let party = live?.allParties.first { $0.number == number }
    if state == .ended {
      guard let call = book.latestCall(with: number) else {
        return .notObservable(
          what: "the end of a call at `\(number)`, which is in no call of this test",
          instead: "`\(number) is idle`")
      }
      if let consultation = call.consultation, consultation.target.number == number,
        !call.contains(number), progress(of: call) != .over
      {
        return .notObservable(
          what: "the end of a call at `\(number)`, which was only consulted in \(call.name)",
          instead: "`\(number) is idle`")
      }
      return answer(.ended, of: call)
    }
    guard let sample = snapshot.sample(of: number) else {
      guard let live, let party else { return .unknownExtension(number) }
      return answer(state, of: party, in: live, since: live.beganAt)
    }
    switch state {
    case .idle where sample.isIdle: return .holds
    case .ringing where sample.isRinging: return .holds
    case .answered where isAnswered(number, sample, party): return .holds
    case .ringing where party?.hasAnswered ?? false: return .inferred(from: "answered")
    case .answered, .ringing:
      guard let live, let party, live.handle.id == currentCallID else { return .pending }
      let answer = answer(state, of: party, in: live, since: live.beganAt)
      if case .neverBegan = answer { return .pending }
      return answer
    case .ended, .idle: return .pending
    }
  }

  private func isAnswered(_ number: String, _ sample: PartySample, _ party: CallParty?) -> Bool {
    if let commandTracks, !book.isOwn(number, ofCall: currentCallID) {
      return commandTracks.track(of: number)?.isAnswered ?? false
    }
    return party?.isAnswered ?? sample.isInUse
  }
}

extension CallBook {
  /// Whether a number's calls are told from others' by its track in a call of the test.
  ///
  /// - Parameter id: the call of a branch's last command; before any, all calls of the test count.
  func isOwn(_ number: String, ofCall id: Int?) -> Bool {
    guard let id else { return liveCall(with: number) != nil }
    return call(id).map { !$0.isOver && $0.contains(number) } ?? false
  }
}
