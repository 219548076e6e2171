package import PBXModel

/// What a simulated telephone system consists of, and when its time begins.
package struct World: Hashable, Sendable {
  package var lines: [Line]
  package var trunks: [Trunk]
  /// The numbers of the queues.
  package var queues: [String]
  package var menus: [Menu]
  /// The spaces of the parking lot.
  package var parkingSpaces: ClosedRange<Int>
  /// What outside numbers do that nobody has told otherwise.
  package var outsideBehavior: PhoneBehavior
  /// A number of at least that many digits that is nothing else goes out over the first trunk.
  package var outsideDigits: Int
  /// How long a called party may ring.
  package var ringLimit: Duration
  /// How long the acting extension may ring before the destination is called.
  package var originateLimit: Duration
  package var zone: PBXTimeZone
  /// Where virtual time begins.
  package var start: Timestamp
  /// The first part of every uniqueid.
  package var idPrefix: String

  package init(
    lines: [Line], trunks: [Trunk], queues: [String], menus: [Menu],
    parkingSpaces: ClosedRange<Int>, outsideBehavior: PhoneBehavior = .answers(after: .seconds(1)),
    outsideDigits: Int = 5, ringLimit: Duration = .seconds(45),
    originateLimit: Duration = .seconds(30), zone: PBXTimeZone = .china,
    start: Timestamp = .virtualStart, idPrefix: String = "hwd"
  ) {
    self.lines = lines
    self.trunks = trunks
    self.queues = queues
    self.menus = menus
    self.parkingSpaces = parkingSpaces
    self.outsideBehavior = outsideBehavior
    self.outsideDigits = outsideDigits
    self.ringLimit = ringLimit
    self.originateLimit = originateLimit
    self.zone = zone
    self.start = start
    self.idPrefix = idPrefix
  }

  /// Extensions 8001 to 8010, a queue, a trunk, a menu, a parking lot; phones answer after 1 s.
  package static let `default` = World(
    lines: (8001...8010).map { Line(number: String($0)) },
    trunks: [Trunk(name: "trunkHWD")],
    queues: ["200"],
    menus: [Menu(name: "aa_1001315", prompt: "demo-congrats", length: .seconds(10))],
    parkingSpaces: 701...720)
}

/// An extension and its phone.
package struct Line: Hashable, Sendable {
  /// Whether the PBX can reach the phone.
  package enum Contact: Hashable, Sendable {
    case registered
    case unregistered
    /// An address where nothing listens: an invitation is never answered, not even with a ring.
    case unreachable
    /// The number is routed, but no endpoint is configured for it.
    case missing
  }

  package var number: String
  package var contact: Contact
  package var behavior: PhoneBehavior
  /// From that many calls on its state is `Busy`; never where it is nil.
  package var busyAt: Int?

  package init(
    number: String, contact: Contact = .registered,
    behavior: PhoneBehavior = .answers(after: .seconds(1)), busyAt: Int? = nil
  ) {
    self.number = number
    self.contact = contact
    self.behavior = behavior
    self.busyAt = busyAt
  }
}

/// A line to the outside.
package struct Trunk: Hashable, Sendable {
  package var name: String
  package var serverIp: String
  package var serverPort: Int

  package init(name: String, serverIp: String = "192.0.2.201", serverPort: Int = 5060) {
    self.name = name
    self.serverIp = serverIp
    self.serverPort = serverPort
  }
}

/// A voice menu: answers, plays its prompt, and ends the call.
package struct Menu: Hashable, Sendable {
  /// Its context in the dialplan, such as `aa_1001315`.
  package var name: String
  /// The name of the sound that it plays.
  package var prompt: String
  package var length: Duration

  package init(name: String, prompt: String, length: Duration) {
    self.name = name
    self.prompt = prompt
    self.length = length
  }
}
