package import PBXModel

/// What a simulated telephone system consists of, and when its time begins.
package struct World: Hashable, Sendable {
  package var lines: [Line]
  package var trunks: [Trunk]
  /// Where a number that is nothing inside leads; the first that matches counts.
  package var patterns: [DialPattern]
  package var queues: [Queue]
  /// Who is signed in when the world begins.
  package var agents: [Agent]
  package var agentTimers: AgentTimers
  package var menus: [Menu]
  package var mailboxes: [Mailbox]
  package var parkingLot: ParkingLot
  /// The recordings that are there when the world begins: how long each is, by its absolute path.
  package var recordings: [String: Duration]
  /// What outside numbers do that nobody has told otherwise.
  package var outsideBehavior: PhoneBehavior
  /// How long a called party may ring.
  package var ringLimit: Duration
  /// How long the acting extension may ring before the destination is called.
  package var originateLimit: Duration
  package var zone: PBXTimeZone
  /// Where virtual time begins.
  package var start: Timestamp
  /// The first part of every uniqueid.
  package var idPrefix: String
  /// What goes wrong from the beginning.
  package var faults: [Fault]

  package init(
    lines: [Line], trunks: [Trunk] = [], patterns: [DialPattern]? = nil, queues: [Queue] = [],
    agents: [Agent] = [], agentTimers: AgentTimers = AgentTimers(), menus: [Menu] = [],
    mailboxes: [Mailbox] = [], parkingLot: ParkingLot = ParkingLot(),
    recordings: [String: Duration] = [:],
    outsideBehavior: PhoneBehavior = .answers(after: .seconds(1)),
    ringLimit: Duration = .seconds(45), originateLimit: Duration = .seconds(30),
    zone: PBXTimeZone = .china, start: Timestamp = .virtualStart, idPrefix: String = "hwd",
    faults: [Fault] = []
  ) {
    self.lines = lines
    self.trunks = trunks
    self.patterns = patterns ?? trunks.first.map { DialPattern.outside(over: $0.name) } ?? []
    self.queues = queues
    self.agents = agents
    self.agentTimers = agentTimers
    self.menus = menus
    self.mailboxes = mailboxes
    self.parkingLot = parkingLot
    self.recordings = recordings
    self.outsideBehavior = outsideBehavior
    self.ringLimit = ringLimit
    self.originateLimit = originateLimit
    self.zone = zone
    self.start = start
    self.idPrefix = idPrefix
    self.faults = faults
  }

  /// Extensions 8001 to 8010, a queue, a trunk, a menu whose key 1 leads to 8002 and whose key 2 to
  /// the queue, a voicemail box that `vm8001` dials, a parking lot; phones answer after 1 s.
  package static let `default` = World(
    lines: (8001...8010).map { Line(number: String($0)) },
    trunks: [Trunk(name: "trunkHWD")],
    queues: [Queue(number: "200")],
    menus: [
      Menu(
        name: "aa_1001315", prompt: "demo-congrats", length: .seconds(10),
        digits: ["1": "8002", "2": "200"])
    ],
    mailboxes: [Mailbox(number: "8001")],
    recordings: [greeting: .seconds(4)])

  /// The recording that the API's document plays.
  private static let greeting =
    "/var/spool/asterisk/monitor/20250723/20250723-095212-8001-8006-hwd-1753235532.67.wav"
}
