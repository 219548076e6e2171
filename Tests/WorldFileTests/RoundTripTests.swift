import FlowDiagnostics
import PBXModel
import PBXSimulator
import Testing

@testable import WorldFile

/// A world that is written reads back to itself.
struct RoundTripTests {
  @Test func `the default world reads back to itself`() {
    let text = WorldFile.text(of: .default)
    let reading = WorldFile.read(SourceFile(name: "default", text: text))
    #expect(reading.world == .default, "\(shown(reading, text))")
    #expect(reading.diagnostics == [])
  }

  @Test func `a world with everything in it reads back to itself`() {
    let text = WorldFile.text(of: .full)
    let reading = WorldFile.read(SourceFile(name: "full", text: text))
    #expect(reading.world == .full, "\(shown(reading, text))")
  }

  /// A property without a key would be lost on the way.
  @Test func `every property of a world has a key`() {
    func count(_ value: Any) -> Int { Mirror(reflecting: value).children.count }
    let world = DescribedWorld.full.world
    #expect(count(world.lines[0]) == Section<LineGroup>.extensions.fields.count)
    #expect(count(world.trunks[0]) == Section<Trunk>.trunks.fields.count)
    #expect(count(world.queues[0]) == Section<Queue>.queues.fields.count)
    #expect(count(world.agents[0]) == Section<Agent>.agents.fields.count)
    #expect(count(world.agents[0].queues[0]) == Section<Agent.Membership>.memberships.fields.count)
    #expect(count(world.agentTimers) == Section<AgentTimers>.agentTimers.fields.count)
    #expect(count(world.menus[0]) == Section<Menu>.menus.fields.count)
    #expect(count(world.mailboxes[0]) == Section<Mailbox>.mailboxes.fields.count)
    #expect(count(world.parkingLot) == Section<ParkingLot>.parking.fields.count)
    // The seed is none of the world.
    #expect(count(world) == Section<WorldDraft>.world.fields.count - 1)
  }

  @Test func `what is left out is what the world leaves out`() throws {
    let reading = WorldFile.read(SourceFile(name: "tiny", text: "extensions: [8001, 8002]"))
    let lines = ["8001", "8002"].map { Line(number: $0) }
    #expect(reading.world == DescribedWorld(World(lines: lines)))
  }

  @Test func `without patterns long numbers go out over the first trunk`() throws {
    let text = "extensions: [8001]\ntrunks: [carrier]"
    let reading = WorldFile.read(SourceFile(name: "tiny", text: text))
    let world = World(lines: [Line(number: "8001")], trunks: [Trunk(name: "carrier")])
    #expect(reading.world == DescribedWorld(world))
  }

  @Test func `extensions that are alike are written as a run`() {
    var lines = (8001...8004).map { Line(number: String($0)) }
    lines[2].name = "Desk"
    lines.append(Line(number: "0099"))
    lines.append(Line(number: "0100"))
    let groups = LineGroup.groups(of: lines)
    #expect(groups.map(\.numbers.text) == ["8001-8002", "8003", "8004", "0099-0100"])
    #expect(groups.flatMap(\.lines) == lines)
  }

  @Test func `ten thousand extensions are a line`() throws {
    let text = "extensions: [10000-19999]"
    let world = try #require(WorldFile.read(SourceFile(name: "large", text: text)).world?.world)
    #expect(world.lines.count == 10_000)
    #expect(world.lines.last?.number == "19999")
  }

  private func shown(_ reading: WorldFile.Reading, _ text: String) -> String {
    let source = SourceFile(name: "written", text: text)
    return DiagnosticRenderer(color: false).render(reading.diagnostics, in: source) + text
  }
}

extension DescribedWorld {
  /// A world in which nothing is as it is by default.
  static let full: DescribedWorld = {
    var world = World(
      lines: [
        Line(
          number: "0801", name: "Anna: \"Sales\"", contact: .unregistered, behavior: .busy,
          busyAt: 1, hasCallWaiting: false, callLimit: 2, recording: .force, mailbox: "0801"),
        Line(number: "0802", name: "yes", behavior: .answers(after: .zero), recording: .never),
        Line(number: "0803", contact: .missing, behavior: .answers(after: .milliseconds(1500))),
      ],
      trunks: [Trunk(name: "a", serverIp: "192.0.2.9", serverPort: 5070, channelLimit: 3)],
      patterns: [DialPattern("9[13-5]XZN.", trunk: "a", strip: 1, prefix: "+")].compactMap(\.self),
      queues: [
        Queue(
          number: "300", name: "Sales", strategy: .linear, ringTimeout: .seconds(9),
          retry: .seconds(2), wrapUp: .seconds(90), maxWait: .seconds(60), maxLength: 4,
          serviceLevel: .seconds(20), joinRefusal: .strict, leaveWhenEmpty: .loose, overflow: "0801"
        )
      ],
      agents: [
        Agent(
          id: "1001", extension: "0802", queues: [.init(queue: "300", penalty: 3)],
          pause: .business)
      ],
      agentTimers: AgentTimers(ringTimeout: .seconds(6), breakLimit: .seconds(60)),
      menus: [
        Menu(
          name: "main", prompt: "hello", length: .seconds(4), digits: ["*": "300", "12": "0801"],
          timeout: .seconds(2), timeoutDestination: "ext-queues,300,1",
          invalidDestination: "vm0801", repeats: 2)
      ],
      mailboxes: [
        Mailbox(
          number: "0801", greeting: .seconds(1), shortestMessage: .zero,
          longestMessage: .seconds(10),
          takesUnanswered: false, takesBusy: false)
      ],
      parkingLot: ParkingLot(name: "west", spaces: 501...509, timeout: nil),
      recordings: ["/a/b c.wav": .seconds(3)],
      outsideBehavior: .rejects, ringLimit: .seconds(20), originateLimit: .seconds(10),
      idPrefix: "pbx",
      faults: [
        Fault(.refusal(APIErrorCode(rawValue: 600001)), on: "call/dial", times: 2),
        Fault(.delay(.milliseconds(200), jitter: .milliseconds(50)), chance: 20),
        Fault(.networkDown, span: .seconds(3)), Fault(.expiredToken, times: 1),
        Fault(.delayedPush(.seconds(2), jitter: .zero)), Fault(.page, on: "status/endpoint"),
        Fault(.disconnection), Fault(.droppedPush), Fault(.duplicatedPush, times: 3),
      ])
    world.zone = PBXTimeZone(offsetMinutes: -210) ?? .utc
    world.start = Timestamp(nanoseconds: 1_000_000_000_000_000_000)
    world.trunks.append(Trunk(name: "b", isReachable: false))
    return DescribedWorld(world, seed: .max)
  }()
}
