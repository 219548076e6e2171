import PBXModel

/// Blind transfers, transfers into an application, and the request for an attended one.
extension Switchboard {
  /// Transfers the peer of an extension.
  ///
  /// A destination that does not exist is refused: an Asterisk would lose the whole call. Throws
  /// the codes of `call/transfer`.
  mutating func transfer(_ request: Transfer) throws(PBXError) {
    try request.validate()
    let all = channels(of: request.extension)
    guard let transferer = all.last(where: { $0.state == .up && peer(of: $0.id) != nil }),
      let peer = peer(of: transferer.id)
    else {
      throw Transfer.failed(Self.reason(for: request.extension, withoutConversationIn: all))
    }
    guard !isInConsultation(transferer.id) else {
      throw Transfer.failed("\(request.extension) is in an attended transfer already")
    }
    let destination = try destination(of: request)
    switch request.kind {
    case .app, .blind: redirect(peer, leaving: transferer, to: destination)
    case .attended: requestConsultation(transferer, holding: peer, to: destination)
    }
  }

  private func destination(of request: Transfer) throws(PBXError) -> Destination {
    switch request.kind {
    case .blind:
      guard let destination = dialplan.destination(of: request.dest) else {
        throw Transfer.failed("there is no number \(request.dest)")
      }
      return destination
    case .attended:
      // The number is keyed in on the transferer's behalf, and no key is a plus.
      guard let destination = dialplan.destination(of: request.dest), request.dest.first != "+"
      else {
        throw Transfer.failed("there is no number \(request.dest)")
      }
      return destination
    case .app:
      guard let application = DialplanPlace(request.dest) else {
        throw PBXError(
          operation: Transfer.name, cause: .refused(600005),
          detail: "`dest` must be CONTEXT,EXTEN,PRIORITY")
      }
      guard let destination = dialplan.destination(of: application) else {
        throw Transfer.failed(
          application.context == "ext-queues"
            ? "there is no queue \(application.exten)"
            : "there is no place \(request.dest) in the dial plan")
      }
      return destination
    }
  }

  /// Takes a channel out of its conversation to somewhere else; the transferer is free at once.
  private mutating func redirect(
    _ peer: Channel, leaving transferer: Channel, to destination: Destination
  ) {
    leaveBridge(peer.id)
    leaveBridge(transferer.id)
    end(transferer.id, cause: .normalClearing)
    resume(peer.id)
    let direction = peer.record?.direction == "in" ? "in" : ""
    closeRecord(of: peer.id)
    openRecord(
      for: peer.id, to: destination.number, context: destination.context, direction: direction,
      isAnswered: true)
    schedule(.proceed(peer.id, destination), after: Latency.dialplan)
  }
}
