/// The protocol of one billing push (RFC 6455), as a pure state machine: what to do about what
/// came.
struct PushConnection: Sendable {
  /// What came over the connection, as far as it matters.
  enum Frame: Sendable {
    case ping, pong, close, other
  }

  enum Action: Hashable, Sendable {
    case nothing
    case sendPing
    /// Answers a ping with what it carried.
    case sendPong
    case sendClose(PushEnd)
    /// Answers a close with what it carried, and then ends the connection.
    case echoClose
    case disconnect
  }

  private enum Phase {
    case open
    /// A ping has gone out, and nothing has come since.
    case probing
    /// A close has gone out.
    case closing
    case closed
  }

  private var phase = Phase.open

  /// - Parameter isWritable: whether the client reads what is sent; one that sends pings and reads
  ///   no pongs would fill the memory.
  mutating func receive(_ frame: Frame, isWritable: Bool) -> Action {
    switch phase {
    case .closed: return .nothing
    case .closing:
      guard frame == .close else { return .nothing }
      phase = .closed
      return .disconnect
    case .open, .probing:
      phase = .open
      switch frame {
      case .pong, .other: return .nothing
      case .ping:
        if isWritable { return .sendPong }
        phase = .closed
        return .disconnect
      case .close:
        phase = .closed
        return .echoClose
      }
    }
  }

  /// Looks from time to time whether the client is still there.
  mutating func probe() -> Action {
    switch phase {
    case .open:
      phase = .probing
      return .sendPing
    case .probing:
      phase = .closed
      return .disconnect
    case .closing, .closed: return .nothing
    }
  }

  /// The server ends it.
  mutating func end(_ reason: PushEnd) -> Action {
    switch phase {
    case .open, .probing:
      phase = .closing
      return .sendClose(reason)
    case .closing, .closed: return .nothing
    }
  }

  /// The client takes too long to agree to the close.
  mutating func giveUp() -> Action {
    guard phase == .closing else { return .nothing }
    phase = .closed
    return .disconnect
  }
}
