import FlowDiagnostics

/// What a world gives names to.
enum NameKind: Hashable, Sendable, CaseIterable {
  case `extension`, queue, agent, trunk, menu, mailbox, agentsExtension

  /// With its article.
  var noun: String {
    switch self {
    case .extension: "an extension"
    case .queue: "a queue"
    case .agent: "an agent"
    case .trunk: "a trunk"
    case .menu: "a menu"
    case .mailbox: "a mailbox"
    case .agentsExtension: "the extension of an agent"
    }
  }

  /// The key of the list that they stand in.
  var list: String {
    switch self {
    case .extension: "extensions"
    case .queue: "queues"
    case .agent, .agentsExtension: "agents"
    case .trunk: "trunks"
    case .menu: "menus"
    case .mailbox: "mailboxes"
    }
  }

  /// Extensions and queues are dialled, so that no two have one number.
  fileprivate var space: NameKind { self == .queue ? .extension : self }
}

/// The names that a file gives, and those that it refers to.
struct NameTable {
  /// A name where something else is meant by it.
  struct Reference {
    var name: String
    var kind: NameKind
    var range: SourceRange
  }

  private struct Key: Hashable {
    var space: NameKind
    var name: String
  }

  private var names: [Key: (kind: NameKind, range: SourceRange)] = [:]
  private(set) var references: [Reference] = []
  /// Where calls are sent: a number or `CONTEXT,EXTEN,PRIORITY`.
  private(set) var destinations: [(text: String, range: SourceRange)] = []

  /// Takes a name; answers where it was given before.
  mutating func define(
    _ name: String, as kind: NameKind, at range: SourceRange
  ) -> (kind: NameKind, range: SourceRange)? {
    let key = Key(space: kind.space, name: name)
    if let earlier = names[key] { return earlier }
    names[key] = (kind, range)
    return nil
  }

  mutating func refer(to name: String, as kind: NameKind, at range: SourceRange) {
    references.append(Reference(name: name, kind: kind, range: range))
  }

  mutating func send(to destination: String, at range: SourceRange) {
    destinations.append((destination, range))
  }

  /// Whether a name is that of something of the kind.
  func has(_ name: String, as kind: NameKind) -> Bool {
    names[Key(space: kind.space, name: name)]?.kind == kind
  }

  /// Where the name was given, whatever to.
  func place(of name: String, as kind: NameKind) -> SourceRange? {
    names[Key(space: kind.space, name: name)]?.range
  }

  /// What is dialled by a number.
  func named(_ number: String) -> (kind: NameKind, range: SourceRange)? {
    names[Key(space: .extension, name: number)]
  }

  /// The names of a kind, in order.
  func all(_ kind: NameKind) -> [String] {
    names.filter { $0.value.kind == kind }.map(\.key.name).sorted()
  }
}
