import PBXModel
package import PBXSimulator

/// A call centre: 20 agents, three queues, and callers who come, talk and go at random.
package struct CallCentre: Sendable {
  /// Somebody who calls, and how it will go if it is up to them.
  package struct Caller: Hashable, Sendable {
    package var number: String
    package var queue: String
    /// Since the day began.
    package var arrival: Duration
    /// How long they talk once an agent has answered.
    package var talk: Duration
    /// How long they wait for that.
    package var patience: Duration
  }

  package static let world = World(
    lines: (8001...8020).map { Line(number: String($0), behavior: .answers(after: .seconds(2))) },
    trunks: [Trunk(name: "trunkHWD")],
    queues: [
      Queue(number: "200", strategy: .leastrecent),
      Queue(number: "201", strategy: .rrmemory, wrapUp: .seconds(5)),
      Queue(number: "202", strategy: .random),
    ],
    agents: (1...20).map { place in
      // Everybody works in one queue, and every fourth helps out in the next one.
      let queues = ["200", "201", "202"]
      let own = Agent.Membership(queue: queues[place % 3])
      let other = Agent.Membership(queue: queues[(place + 1) % 3], penalty: 1)
      return Agent(
        id: String(1000 + place), extension: String(8000 + place),
        queues: place % 4 == 0 ? [own, other] : [own])
    })

  package let callers: [Caller]

  /// - Parameters:
  ///   - callers: how many call.
  ///   - length: from the first moment at which somebody may call to the last one.
  ///   - seed: where all chance comes from.
  package init(callers: Int, over length: Duration, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func milliseconds(_ range: ClosedRange<Int64>) -> Duration {
      .milliseconds(Int64.random(in: range, using: &random))
    }
    let last = length.components.seconds * 1000
    let arrivals = (0..<callers).map { _ in milliseconds(0...last) }.sorted()
    self.callers = arrivals.enumerated().map { place, arrival in
      Caller(
        number: "1380000\(10_000 + place)",
        queue: ["200", "201", "202"][Int.random(in: 0..<3, using: &random)], arrival: arrival,
        talk: milliseconds(15_000...65_000), patience: milliseconds(60_000...180_000))
    }
  }
}
