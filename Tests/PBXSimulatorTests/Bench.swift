import PBXModel
import PBXSimulator

/// A switchboard to test without any clock: time passes when a test says so.
struct Bench {
  var switchboard: Switchboard
  private(set) var events: [PBXEvent] = []

  init(world: World = .default, seed: UInt64 = 0) {
    switchboard = Switchboard(world: world, seed: seed)
  }

  /// Seconds since the world began.
  var elapsed: Duration { switchboard.world.start.duration(to: switchboard.now) }

  @discardableResult
  mutating func send(_ input: Input) throws(PBXError) -> Reaction.Reply {
    let reaction = switchboard.receive(input, at: switchboard.now)
    for case .event(let event) in reaction.effects { events.append(event) }
    return try reaction.outcome.get()
  }

  mutating func wait(_ duration: Duration) {
    let moment = switchboard.now.advanced(by: duration)
    let reaction = switchboard.receive(.advance, at: moment)
    for case .event(let event) in reaction.effects { events.append(event) }
  }

  mutating func dial(_ number: String, _ dest: String, showing cid: String? = nil) throws {
    try send(.dial(Dial(extension: number, dest: dest, displaycid: cid)))
  }

  mutating func hangup(_ number: String) throws {
    try send(.hangup(Hangup(extension: number)))
  }

  mutating func transfer(_ kind: Transfer.Kind, _ number: String, _ dest: String) throws {
    try send(.transfer(Transfer(kind: kind, extension: number, dest: dest)))
  }

  mutating func cancel(_ number: String) throws {
    try send(.cancelAttendedTransfer(CancelAttendedTransfer(extension: number)))
  }

  mutating func hold(_ number: String) throws {
    try send(.hold(Hold(extension: number)))
  }

  mutating func unhold(_ number: String) throws {
    try send(.unhold(Unhold(extension: number)))
  }

  mutating func park(_ number: String) throws {
    try send(.park(Park(extension: number)))
  }

  mutating func unpark(_ number: String, _ dest: String) throws {
    try send(.unpark(Unpark(extension: number, dest: dest)))
  }

  mutating func callIn(to number: String, from caller: String = "18312345678") throws {
    try send(.incoming(IncomingCall(caller: caller, destination: number)))
  }

  mutating func phone(_ number: String, _ behavior: PhoneBehavior) throws {
    try send(.setBehavior(behavior, number: number))
  }

  /// `In use/1`: what an extension or a trunk shows, and how many channels it has.
  func state(_ endpoint: String) throws -> String {
    if let row = try switchboard.endpoints(ListEndpoints(endpoint: endpoint)).rows.first {
      return "\(row.state.rawValue)/\(row.channelCount)"
    }
    let row = try switchboard.trunks(ListTrunks(trunkName: endpoint)).rows.first
    return row.map { "\($0.state.rawValue)/\($0.channelCount)" } ?? "none"
  }

  func records() throws -> [CallRecord] {
    try switchboard.callRecords(ListCallRecords()).rows
  }

  /// `8001 8002 ANSWERED 5/4`: caller, called, disposition, duration and billed seconds.
  func recordTexts() throws -> [String] {
    try records().map {
      "\($0.source) \($0.destination) \($0.disposition) \($0.duration)/\($0.billableSeconds)"
    }
  }

  /// The states that an endpoint showed, in order.
  func states(of endpoint: String) -> [String] {
    events.compactMap {
      if case .stateChanged(endpoint, let state) = $0.kind { state.rawValue } else { nil }
    }
  }

  /// `8003 26`: who has ended, with what cause, in order.
  func endings() -> [String] {
    events.compactMap {
      if case .ended(let party, let cause) = $0.kind {
        "\(party.number) \(cause.rawValue)"
      } else {
        nil
      }
    }
  }
}
