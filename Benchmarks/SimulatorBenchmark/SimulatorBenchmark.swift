import PBXModel
import PBXSimulator
import PBXWorkload

/// Figures of the simulator: a call centre's day, the state machine alone, and how little a call
/// costs among thousands of others.
@main
struct SimulatorBenchmark {
  static func main() async throws {
    // First, while the memory is still that of a new process.
    try crowd()
    let day = CallCentre(callers: 10_000, over: .seconds(8 * 3600), seed: 1)
    try await simulate(day)
    try play(day)
  }

  private static func simulate(_ day: CallCentre) async throws {
    var texts: [String] = []
    for round in 1...2 {
      let clock = ContinuousClock()
      let start = clock.now
      let records = try await day.simulate(seed: 1)
      let seconds = Self.seconds(clock.now - start)
      texts.append(records.map { JSONValue.object($0.json).text(style: .vendor) }.joined())
      print(
        "a day of 8 h, 20 agents, 3 queues, 10,000 callers, round \(round): \(seconds) s,",
        "\(records.count) records")
    }
    print("the same records to the byte: \(texts[0] == texts[1])")
  }

  private static func play(_ day: CallCentre) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try day.play(seed: 1)
    let duration = clock.now - start
    print(
      "the same on the state machine alone: \(seconds(duration)) s, \(outcome.inputs) inputs,",
      "\(outcome.events) events: \(Int(Double(outcome.events) / seconds(duration))) events/s")
  }

  /// A call, from the request to the record, alone and among 2,000 others at 10,000 extensions.
  private static func crowd() throws {
    var world = World.default
    world.lines = (10_000..<20_000).map {
      Line(number: String($0), behavior: .answers(after: .zero))
    }
    var switchboard = Switchboard(world: world, seed: 1)
    print("10,000 extensions, no call: \(Memory.resident) MiB")
    let alone = try costOfCalls(on: &switchboard)
    for place in 0..<2000 {
      try dial(10_000 + 2 * place, 10_001 + 2 * place, on: &switchboard)
    }
    print("2,000 calls up: \(Memory.resident) MiB")
    let among = try costOfCalls(on: &switchboard)
    print("a call, dialled to recorded: \(alone) µs alone, \(among) µs among 2,000 others")
  }

  /// Microseconds for one call, the mean of many.
  private static func costOfCalls(on switchboard: inout Switchboard) throws -> Int {
    let rounds = 5000
    let clock = ContinuousClock()
    let start = clock.now
    for place in 0..<rounds {
      let caller = 14_000 + 2 * (place % 2000)
      try dial(caller, caller + 1, on: &switchboard)
      let hangup = Hangup(extension: String(caller))
      _ = try switchboard.receive(.hangup(hangup), at: switchboard.now).outcome.get()
    }
    return Int(seconds(clock.now - start) * 1_000_000) / rounds
  }

  private static func dial(_ caller: Int, _ called: Int, on board: inout Switchboard) throws {
    let request = Dial(extension: String(caller), dest: String(called))
    _ = try board.receive(.dial(request), at: board.now).outcome.get()
    _ = board.receive(.advance, at: board.now.advanced(by: .milliseconds(20)))
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
