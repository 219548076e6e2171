import PBXModel

/// The course of attended transfers.
extension Switchboard {
  /// Begins to key in the target's number on the transferer's behalf.
  mutating func requestConsultation(
    _ transferer: Channel, holding peer: Channel, to destination: Destination
  ) {
    consultations[transferer.id] = Consultation(
      transferer: transferer.id, transferee: peer.id, destination: destination,
      begin: now.advanced(by: Latency.consultationBegin), bridge: peer.bridge)
    schedule(.holdForConsultation(transferer.id), after: Latency.consultationHold)
    schedule(.beginConsultation(transferer.id), after: Latency.consultationBegin)
  }

  /// The peer hears music while the target's number is keyed in.
  mutating func holdForConsultation(_ id: ChannelID) {
    guard let consultation = consultations[id], consultation.phase == .keying,
      let transferee = channels[consultation.transferee]
    else { return }
    let held = farEnd(of: transferee)
    consultations[id]?.held = held
    // Whom the transferer's hold key holds already is the consultation's to give back now.
    channels[id]?.keyHold = nil
    hold(held, by: id)
  }

  /// Moves the transferer to a bridge of its own and calls the target.
  mutating func beginConsultation(_ id: ChannelID) {
    guard var consultation = consultations[id], consultation.phase == .keying,
      let transferer = channels[id]
    else { return }
    let number = consultation.destination.number
    let pair = makePair(to: number, for: id)
    channels[pair.second]?.callerNumber = transferer.callerNumber
    channels[pair.second]?.callerName = transferer.callerName
    openRecord(for: pair.second, to: number)

    let bridge = makeBridge()
    enter(pair.first, into: bridge)
    enter(id, into: bridge)
    consultation.phase = .consulting
    consultation.first = pair.first
    consultation.suspendedRecord = splitRecord(of: consultation, with: pair.first)
    consultations[id] = consultation
    schedule(.proceed(pair.second, consultation.destination), after: Latency.dialplan)
  }

  /// Cancels a consultation; one that has not begun yet begins first.
  ///
  /// Throws `call/cancelAtxfer`'s failure where the extension does not consult.
  mutating func cancelConsultation(_ request: CancelAttendedTransfer) throws(PBXError) {
    try request.validate()
    let transferer = channels(of: request.extension).last { channel in
      guard let consultation = consultations[channel.id] else { return false }
      return consultation.phase != .returning && !consultation.isCancelled
    }
    guard let transferer, let consultation = consultations[transferer.id] else {
      throw CancelAttendedTransfer.failed("\(request.extension) does not consult")
    }
    consultations[transferer.id]?.isCancelled = true
    let earliest = consultation.begin.advanced(by: Latency.dialplan)
    let moment = max(earliest, now.advanced(by: Latency.consultationCancel))
    agenda.insert(.cancelConsultation(transferer.id), at: moment)
  }

  /// Ends the call to the target; the transferer is back with the peer.
  mutating func cancelConsultation(_ id: ChannelID) {
    guard let consultation = consultations[id], consultation.phase == .consulting else { return }
    rejoin(consultation)
    if let first = consultation.first { end(first, cause: .normalClearing) }
  }

  /// The tone is over: the transferer is back with the peer.
  mutating func returnFromConsultation(_ id: ChannelID) {
    guard let consultation = consultations[id], consultation.phase == .returning else { return }
    rejoin(consultation)
  }

  /// The transferer is back with the peer.
  private mutating func rejoin(_ consultation: Consultation) {
    consultations[consultation.transferer] = nil
    guard let bridge = consultation.bridge, let transferer = channels[consultation.transferer],
      let transferee = channels[consultation.transferee]
    else { return }
    enter(transferer.id, into: bridge)
    if let held = consultation.held { resume(held) }
    let own = closeRecord(of: transferer.id) ?? channels[transferer.id]?.finishedRecords.last
    if let suspended = consultation.suspendedRecord {
      channels[transferee.id]?.record = suspended.continued(at: now, with: transferer.name)
    } else {
      channels[transferer.id]?.record = own?.continued(at: now, with: transferee.name)
    }
  }

  /// Whether a channel consults, or is the peer of one that does.
  func isInConsultation(_ id: ChannelID) -> Bool {
    consultations[id] != nil || consultations.hasPeer(id)
  }

  /// Ends the record of the conversation that is left, and begins the consultation's.
  ///
  /// Answers the peer's record where the conversation was the peer's.
  private mutating func splitRecord(
    of consultation: Consultation, with first: ChannelID
  ) -> RecordDraft? {
    let name = channels[first]?.name ?? ""
    if let own = closeRecord(of: consultation.transferer) {
      channels[consultation.transferer]?.record = own.continued(at: now, with: name)
      return nil
    }
    let peers = closeRecord(of: consultation.transferee)
    openRecord(
      for: consultation.transferer, to: consultation.destination.number, isAnswered: true)
    channels[consultation.transferer]?.record?.destinationChannel = name
    return peers
  }

  /// What the end of a channel means to the consultation it has to do with.
  ///
  /// Answers who has to end together with it.
  mutating func settleConsultation(beforeEndOf id: ChannelID) -> [ChannelID] {
    if let consultation = consultations[id] {
      return settle(consultation, withoutTransferer: id)
    }
    var followers: [ChannelID] = []
    for consultation in consultations.concerning(id) {
      if consultation.transferee == id {
        followers += settle(consultation, withoutTransferee: id)
      } else if consultation.phase == .consulting {
        fail(consultation)
      }
    }
    return followers
  }

  /// Hanging up while consulting completes the transfer, also while the target still rings.
  private mutating func settle(
    _ consultation: Consultation, withoutTransferer id: ChannelID
  ) -> [ChannelID] {
    consultations[id] = nil
    if let held = consultation.held { resume(held) }
    switch consultation.phase {
    case .keying: return []
    case .returning: return [consultation.transferee]
    case .consulting: break
    }
    guard let first = consultation.first, let bridge = consultation.bridge,
      let transferee = channels[consultation.transferee]
    else { return [] }
    leaveBridge(id)
    enter(first, into: bridge)
    openRecord(
      for: first, to: consultation.destination.number,
      isAnswered: channels[first]?.state == .up)
    channels[first]?.record?.destinationChannel = transferee.name
    // One that still rings is asked for its recording when it answers.
    if channels[first]?.state == .up { beginRecording(in: bridge) }
    endIfDeserted(first)
    return []
  }

  /// The peer is gone: an answered target stays with the transferer, else all ends.
  private mutating func settle(
    _ consultation: Consultation, withoutTransferee id: ChannelID
  ) -> [ChannelID] {
    consultations[consultation.transferer] = nil
    // Whoever is held behind the peer may have another conversation to return to.
    if let held = consultation.held, held != id { resume(held) }
    switch consultation.phase {
    case .keying: return []
    case .returning: return [consultation.transferer]
    case .consulting:
      let isAnswered = consultation.first.flatMap { channels[$0]?.state } == .up
      return isAnswered ? [] : [consultation.transferer]
    }
  }

  /// The target is gone: the transferer hears a tone, and is back with the peer after it.
  private mutating func fail(_ consultation: Consultation) {
    consultations[consultation.transferer]?.phase = .returning
    closeRecord(of: consultation.transferer)
    schedule(
      .returnFromConsultation(consultation.transferer), after: Latency.consultationReturn)
  }

  /// Whether a channel stays although its conversation ends, because it returns to another one.
  func isReturning(_ id: ChannelID) -> Bool {
    consultations[id]?.phase == .returning
  }
}
