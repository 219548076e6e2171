import PBXModel
import PBXSimulator

/// Benches of queues, and the words to drive them with.
extension Bench {
  /// Queue 200 with a member at each of the places, in that order, and phones that answer at once.
  ///
  /// - Parameter change: what else is different about the queue.
  static func queue(
    _ strategy: Queue.Strategy = .linear, at places: [String] = ["8001", "8002", "8003"],
    phones: PhoneBehavior = .answers(after: .zero), seed: UInt64 = 0,
    changing change: (inout Queue) -> Void = { _ in }
  ) -> Bench {
    var world = World.default
    world.lines = (8001...8010).map { Line(number: String($0), behavior: phones) }
    world.queues = ["200", "201"].map { Queue(number: $0, strategy: strategy) }
    change(&world.queues[0])
    world.agents = places.map {
      Agent(id: "1\($0.suffix(3))", extension: $0, queues: [.init(queue: "200")])
    }
    return Bench(world: world, seed: seed)
  }

  mutating func logIn(
    _ place: String, to queue: String = "200", penalty: Int = 0, pause: PauseCode = .ready
  ) throws(PBXError) {
    try send(
      .logInAgent(
        LogInAgent(
          agentID: "1\(place.suffix(3))", extension: place, queue: queue, penalty: penalty,
          pause: pause)))
  }

  mutating func logOut(_ place: String, of queue: String = "200") throws(PBXError) {
    try send(.logOutAgent(LogOutAgent(extension: place, queue: queue)))
  }

  mutating func pause(
    _ place: String, _ code: PauseCode = .business, in queue: String = "200",
    reason: String? = nil
  ) throws(PBXError) {
    try send(
      .pauseAgent(PauseAgent(extension: place, pause: code, queue: queue, reason: reason)))
  }

  /// A call from outside that is in the queue after it.
  mutating func queueUp(_ caller: String = "18312345678", to number: String = "200") throws {
    try send(.incoming(IncomingCall(caller: caller, destination: number)))
    wait(.milliseconds(550))
  }

  /// A whole call to the queue: answered, and ended by the caller after a second.
  mutating func serve(_ caller: String = "18312345678") throws {
    try queueUp(caller)
    wait(.seconds(1))
    try hangup(caller)
    wait(.milliseconds(50))
  }

  /// The extensions that rang, in their order.
  var rung: [String] {
    events.compactMap { event in
      if case .ringing(let party) = event.kind { party.number } else { nil }
    }
  }

  /// Who talks with whom, `18312345678-8001`, in the order it began.
  var talks: [String] {
    events.compactMap { event in
      if case .bridged(let one, let other) = event.kind {
        "\(one.number)-\(other.number)"
      } else {
        nil
      }
    }
  }

  func waiting(in queue: String = "200") throws -> [String] {
    try switchboard.waitingCallers(ListWaitingCallers(queue: queue)).rows.map {
      $0.text("callerid")
    }
  }

  /// The agent of an extension in a queue, as `agent/getAgentStatus` shows it.
  func agent(_ place: String, in queue: String = "200") throws -> AgentRecord? {
    try switchboard.agents(ListAgents(extension: place, queue: queue)).agents.first
  }

  /// `1 00:00:09`: the agent's status, and how long it has been so.
  func status(_ place: String, in queue: String = "200") throws -> String {
    guard let agent = try agent(place, in: queue) else { return "none" }
    return "\(agent.status) \(agent.text("statusDuration"))"
  }
}
