import PBXModel
import PBXSimulator

/// A world in the parts that a file has.
struct WorldDraft: Sendable {
  var world: World
  var seed: UInt64?
  /// The local time at which the world begins; the zone may stand behind it.
  var start: LocalDateTime
  /// Nil for those of a world that names none.
  var patterns: [DialPattern]?

  /// What a file without a line describes; it is no world yet, without extensions.
  static let blank = WorldDraft(DescribedWorld(World(lines: [])), patterns: nil)

  init(_ described: DescribedWorld) {
    self.init(described, patterns: described.world.patterns)
  }

  private init(_ described: DescribedWorld, patterns: [DialPattern]?) {
    world = described.world
    seed = described.seed
    start = world.zone.local(world.start)
    self.patterns = patterns
  }

  /// The world with all its parts.
  var described: DescribedWorld {
    var world = world
    world.start = world.zone.moment(of: start)
    world.patterns =
      patterns ?? world.trunks.first.map { DialPattern.outside(over: $0.name) } ?? []
    return DescribedWorld(world, seed: seed)
  }
}

extension Section where Subject == WorldDraft {
  /// The whole file; a further part of a world is a line here.
  static let world = Section(
    name: "a world file", blank: .blank,
    fields: [
      Field(
        "extensions", \.world.lines, .lines, isRequired: true,
        "Extensions and their phones"),
      Field("trunks", \.world.trunks, Section<Trunk>.trunks.listForm, "Lines to the outside"),
      Field(
        "patterns", \.patterns, .given(.patterns),
        "Numbers that go out over a trunk; the first that matches counts. Left out, those of five "
          + "digits or more go out over the first trunk. An outside phone goes by what is dialled "
          + "for it, and by what is sent"),
      Field(
        "queues", \.world.queues, Section<Queue>.queues.listForm,
        "Queues, where callers wait for agents"),
      Field(
        "agents", \.world.agents, Section<Agent>.agents.listForm,
        "Who is signed in as the world begins"),
      Field(
        "agent-timers", \.world.agentTimers, Section<AgentTimers>.agentTimers.form,
        "How long agents' passing states are shown"),
      Field("menus", \.world.menus, Section<Menu>.menus.listForm, "Voice menus (IVR)"),
      Field(
        "mailboxes", \.world.mailboxes, Section<Mailbox>.mailboxes.listForm, "Voicemail boxes"),
      Field(
        "parking", \.world.parkingLot, Section<ParkingLot>.parking.form,
        "Where parked calls wait"),
      Field(
        "recordings", \.world.recordings, .recordings,
        "The recordings that are there as the world begins: how long each is, by its path"),
      Field(
        "outside", \.world.outsideBehavior, .behavior,
        "What outside numbers do when they are called"),
      Field("ring-limit", \.world.ringLimit, .duration, "How long a called party may ring"),
      Field(
        "originate-limit", \.world.originateLimit, .duration,
        "How long the acting extension may ring before the other one is called"),
      Field("zone", \.world.zone, .zone, "The PBX's local time"),
      Field("start", \.start, .moment, "Where virtual time begins, as local time"),
      Field(
        "seed", \.seed, .optional(.seed, orWord: "any"),
        "Where chance comes from, unless a run names a seed itself"),
      Field("id-prefix", \.world.idPrefix, .word, "The first part of every uniqueid"),
      Field(
        "faults", \.world.faults, .faults,
        "What goes wrong from the beginning between the PBX and those who use it"),
    ])
}

extension ValueForm where Value == [String: Duration] {
  /// The lengths of recordings by their paths.
  fileprivate static var recordings: ValueForm {
    .map(from: "a whole path", matching: "^/.", to: .duration) { path in
      path.hasPrefix("/") && path.utf8.count > 1
    }
  }
}

extension ValueForm {
  /// A value that is there where its key is.
  fileprivate static func given<Wrapped: Sendable>(
    _ form: ValueForm<Wrapped>
  ) -> ValueForm where Value == Wrapped? {
    ValueForm(
      name: form.name, schema: form.schema, rows: form.rows, example: form.example,
      isDerived: true,
      read: { part, reader in form.read(part, &reader).map(Optional.some) },
      write: { value in value.map(form.write) ?? .list([]) })
  }
}
