package import PBXModel
import Synchronization

/// Asks the PBX for what some wait needs, and for nothing else; one a run and PBX.
///
/// Every wait suspends on a demand; a round answers all demands of its moment with one request for
/// each thing that is watched. A demand is only answered by a round that begins after it was made,
/// so that no wait ever trusts a sample that was asked for before the command in front of it.
/// Without demands there is no timer.
package actor StatusPoller {
  private let service: any PBXService
  private let clock: any PBXClock
  private var demands: [SampleDemand] = []
  private var hasSeenRinging = false
  private let newDemand = Signal()
  private let rounds = Mutex(0)

  /// From this many extensions on, the list is read instead of single ones.
  private static let listThreshold = 4

  package init(service: any PBXService, clock: any PBXClock) {
    self.service = service
    self.clock = clock
  }

  /// The number of the last round that has begun: what it shows may be older than this moment.
  package nonisolated var lastRound: Int { rounds.withLock { $0 } }

  /// The next snapshot that shows what is asked for; nil once the task is cancelled.
  ///
  /// - Parameters:
  ///   - due: when it is wanted; a round for that moment is begun if none comes before.
  ///   - isShareable: whether a round before `due` that another wait brought about will do.
  package func snapshot(
    of keys: [WatchKey], due: Timestamp, isShareable: Bool
  ) async -> Snapshot? {
    let demand = SampleDemand(keys: keys, due: due, isShareable: isShareable)
    demands.append(demand)
    newDemand.raise()
    return await demand.snapshot()
  }

  /// Polls until the task is cancelled; whoever still waits then gets nothing.
  package func run() async {
    while !Task.isCancelled {
      newDemand.lower()
      demands.removeAll { $0.isFinished }
      guard let due = demands.map(\.due).min() else {
        await newDemand.wait()
        continue
      }
      if clock.now < due {
        await waitForDemand(until: due)
      } else {
        await performRound()
      }
    }
    for demand in demands { demand.finish(nil) }
    demands = []
  }

  private func waitForDemand(until due: Timestamp) async {
    let clock = clock
    let newDemand = newDemand
    await withTaskGroup(of: Void.self) { group in
      group.addTask { try? await clock.sleep(until: due, tolerance: nil) }
      group.addTask { await newDemand.wait() }
      await group.next()
      group.cancelAll()
    }
  }

  private func performRound() async {
    let now = clock.now
    let served = demands.filter { $0.due <= now || $0.isShareable }
    demands.removeAll { $0.due <= now || $0.isShareable }
    let round = rounds.withLock { rounds in
      rounds += 1
      return rounds
    }
    let keys = Set(served.flatMap(\.keys)).sorted()
    let rows = await read(keys)
    let snapshot = Snapshot(
      round: round, askedAt: now, hasSeenRinging: hasSeenRinging, rows: rows)
    for demand in served { demand.finish(snapshot) }
  }

  private func read(_ keys: [WatchKey]) async -> [WatchKey: Result<Snapshot.Rows, PBXError>] {
    var rows: [WatchKey: Result<Snapshot.Rows, PBXError>] = [:]
    let singles = keys.filter { if case .endpoint = $0 { true } else { false } }
    var list: Result<[EndpointStatus], PBXError>?
    if keys.contains(.endpoints) || singles.count >= Self.listThreshold {
      list = await Self.result { () async throws(PBXError) in try await service.allEndpoints() }
    }
    for key in keys {
      switch key {
      case .endpoint(let number):
        if let list {
          rows[key] = list.map { .endpoint($0.first { $0.endpoint == number }) }
        } else {
          rows[key] = await Self.result { () async throws(PBXError) in
            .endpoint(try await service.endpoint(number))
          }
        }
      case .endpoints:
        rows[key] = list?.map { .endpoints($0) }
      case .trunks:
        rows[key] = await Self.result { () async throws(PBXError) in
          .trunks(try await service.allTrunks())
        }
      case .records(let request):
        rows[key] = await Self.result { () async throws(PBXError) in
          .records(try await service.allCallRecords(request))
        }
      }
    }
    noteRinging(rows)
    return rows
  }

  private func noteRinging(_ rows: [WatchKey: Result<Snapshot.Rows, PBXError>]) {
    guard !hasSeenRinging else { return }
    hasSeenRinging = rows.values.contains { result in
      switch result {
      case .success(.endpoint(let status?)):
        status.state == .ringing || status.state == .ringingInUse
      case .success(.endpoints(let list)):
        list.contains { $0.state == .ringing || $0.state == .ringingInUse }
      case .success(.endpoint(nil)), .success(.trunks), .success(.records), .failure: false
      }
    }
  }

  private static func result<Rows>(
    _ body: () async throws(PBXError) -> Rows
  ) async -> Result<Rows, PBXError> {
    do {
      return .success(try await body())
    } catch {
      return .failure(error)
    }
  }
}
