import PBXModel

@testable import PBXSimulator

/// Small worlds in which everything that a world can say is said by chance.
enum RandomWorld {
  /// Few extensions, so that the operations meet.
  static let lines = (8001...8010).map(String.init)
  static let outside = ["18312345678", "075512345678"]
  static let everybody = lines + outside
  static let menu = "aa_1001315"

  static func make(using random: inout SplitMix64) -> World {
    func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &random) == 0 }
    func pick<Item>(_ items: [Item]) -> Item {
      items[Int.random(in: 0..<items.count, using: &random)]
    }
    func seconds(_ range: ClosedRange<Int64>) -> Duration {
      .milliseconds(
        Int64.random(in: range.lowerBound * 1000...range.upperBound * 1000, using: &random))
    }

    var world = World.default
    world.lines = lines.map { number in
      Line(
        number: number, name: chance(2) ? "Name of \(number)" : "",
        contact: chance(12) ? pick(Line.Contact.allCases) : .registered,
        behavior: pick([
          .answers(after: .zero), .answers(after: .seconds(1)), .answers(after: .seconds(2)),
          .ignores, .busy,
        ]),
        busyAt: chance(8) ? 1 : nil, hasCallWaiting: !chance(4), callLimit: chance(6) ? 2 : nil,
        recording: pick(RecordingPolicy.allCases), mailbox: chance(4) ? number : nil)
    }
    world.trunks = [
      Trunk(name: "trunkHWD", channelLimit: chance(4) ? 2 : nil, isReachable: !chance(8))
    ]
    world.queues = ["200", "201"].map { number in
      Queue(
        number: number, strategy: pick(Queue.Strategy.allCases), ringTimeout: seconds(1...15),
        retry: seconds(0...3), wrapUp: chance(2) ? .zero : seconds(1...5),
        maxWait: chance(3) ? seconds(5...30) : nil, maxLength: chance(3) ? 2 : nil,
        joinRefusal: chance(3) ? pick(Queue.EmptyRule.allCases) : .off,
        leaveWhenEmpty: chance(3) ? pick(Queue.EmptyRule.allCases) : .off,
        overflow: chance(2) ? pick(["8003", "201", "\(menu),s,1", "18312345678"]) : nil)
    }
    world.agents = (0..<Int.random(in: 0...4, using: &random)).map { place in
      Agent(
        id: String(1011 + place), extension: lines[place],
        queues: (chance(2) ? ["200"] : ["200", "201"]).map {
          Agent.Membership(queue: $0, penalty: Int.random(in: 0...1, using: &random))
        },
        pause: chance(4) ? .business : .ready)
    }
    world.menus = [
      Menu(
        name: menu, prompt: "demo-congrats", length: seconds(1...10),
        digits: ["1": "8002", "2": "200"], timeout: seconds(0...3),
        timeoutDestination: chance(2) ? "8004" : nil)
    ]
    world.mailboxes = world.lines.filter { $0.mailbox != nil }.map {
      Mailbox(
        number: $0.number, greeting: seconds(0...3), longestMessage: seconds(5...30),
        takesUnanswered: !chance(4), takesBusy: !chance(4))
    }
    world.parkingLot = ParkingLot(spaces: 701...702, timeout: chance(4) ? nil : seconds(2...20))
    world.ringLimit = seconds(5...45)
    return world
  }
}
