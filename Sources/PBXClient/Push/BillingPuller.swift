import PBXModel

/// Performs what `PushState` says, for as long as somebody asks for records.
actor BillingPuller {
  private enum Arrival: Sendable {
    case frame(PushFrame)
    case end
    case nothing
  }

  private let push: BillingPush
  private var state: PushState
  private var socket: (any PushSocket)?
  private var isBusy = false
  private var isOver = false

  init(push: BillingPush, since: Timestamp?) {
    self.push = push
    state = PushState(
      zone: push.zone, longestCall: push.longestCall, since: since, capacity: push.capacity,
      at: push.clock.now)
  }

  var counts: PushCounts { state.counts }

  /// Waits for the next records, at least one; nil once it has failed or was closed.
  func next() async throws(PBXError) -> [BillingRecord]? {
    try begin()
    defer { isBusy = false }
    while !isOver {
      let records = try await step()
      if !records.isEmpty { return records }
    }
    return nil
  }

  /// Waits for the first connection; throws where so many attempts fail.
  func connect(attempts: Int) async throws(PBXError) {
    try begin()
    defer { isBusy = false }
    while !isOver, !state.isConnected {
      _ = try await step()
      if let failure = state.lastFailure, state.counts.failedAttempts >= attempts {
        close()
        throw failure
      }
    }
  }

  /// Ends it: the connection is closed, and there are no more records.
  func close() {
    isOver = true
    socket?.close()
    socket = nil
  }

  private func begin() throws(PBXError) {
    guard !isBusy else {
      throw BillingPush.error(
        .connection("the billing push is read by several tasks, let one read it"))
    }
    isBusy = true
  }

  /// Does one thing; answers the records that it brought.
  private func step() async throws(PBXError) -> [BillingRecord] {
    if Task.isCancelled {
      close()
      throw BillingPush.error(.cancelled)
    }
    switch state.nextAction(at: push.clock.now) {
    case .connect: await connect()
    case .sleep(let moment):
      // Cut short by cancellation alone, which the next step sees.
      try? await push.clock.sleep(until: moment, tolerance: nil)
    case .send(let frame): socket?.send(frame)
    case .list(let request): return await list(request)
    case .receive(let deadline): return await receive(until: deadline)
    case .close: lose()
    case .fail(let error):
      close()
      throw error
    }
    return []
  }

  private func connect() async {
    let token: String
    do throws(PBXError) {
      token = try await push.token()
    } catch {
      state.tokenFailed(error, at: push.clock.now, jitter: push.jitter())
      return
    }
    do throws(PushFailure) {
      let socket = try await push.connector.connect(
        to: push.address, certificateAuthority: push.certificateAuthority, token: token)
      // It may have been closed meanwhile.
      if isOver { return socket.close() }
      self.socket = socket
      state.connected(at: push.clock.now)
    } catch {
      if error == .tokenRefused { await push.tokenWasRefused(token) }
      state.connectFailed(error, at: push.clock.now, jitter: push.jitter())
    }
  }

  private func list(_ request: ListBillingRecords) async -> [BillingRecord] {
    do throws(PBXError) {
      let page = try await push.list(request)
      return state.listed(page, at: push.clock.now)
    } catch {
      state.listFailed(error, at: push.clock.now, jitter: push.jitter())
      return []
    }
  }

  private func receive(until deadline: Timestamp) async -> [BillingRecord] {
    guard let socket else { return [] }
    switch await Self.arrival(from: socket, until: deadline, clock: push.clock) {
    case .frame(let frame): return state.received(frame, at: push.clock.now)
    case .nothing: return state.received(nil, at: push.clock.now)
    case .end:
      lose()
      return []
    }
  }

  private func lose() {
    socket?.close()
    socket = nil
    state.lost(at: push.clock.now, jitter: push.jitter())
  }

  /// Waits for a frame, but no longer than until a moment.
  private static func arrival(
    from socket: any PushSocket, until deadline: Timestamp, clock: any PBXClock
  ) async -> Arrival {
    await withTaskGroup(of: Arrival.self) { group in
      group.addTask {
        do throws(PushFailure) {
          return try await socket.next().map(Arrival.frame) ?? .end
        } catch {
          return error == .cancelled ? .nothing : .end
        }
      }
      group.addTask {
        try? await clock.sleep(until: deadline, tolerance: nil)
        return .nothing
      }
      var arrival = Arrival.nothing
      for await result in group {
        group.cancelAll()
        // Both may have come about: a frame must not be dropped for a moment's sake.
        if case .nothing = result { continue }
        arrival = result
      }
      return arrival
    }
  }
}
