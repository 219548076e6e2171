import PBXModel

/// What goes on in a queue.
struct QueueState: Sendable {
  let queue: Queue
  /// Who is signed in, in the order in which they did.
  private(set) var members: [Member] = []
  /// Who has signed out, the last of each extension, in the order in which they did.
  private(set) var formerMembers: [Member] = []
  var waiting = WaitingList()
  /// The serial of the member who was rung last.
  var lastRung: Int?
  /// The callers that an agent took.
  var taken = 0
  /// The callers who left without.
  var abandoned = 0
  /// Whether it is looked soon whose turn it is.
  var isTurnDue = false
  /// Whether it is looked soon whether the queue is empty of agents.
  var isCheckDue = false

  init(_ queue: Queue) {
    self.queue = queue
  }

  /// The member at an extension, nil where none is; changes only one who is there.
  subscript(extension: String) -> Member? {
    get { members.first { $0.extension == `extension` } }
    set {
      guard let newValue, let place = members.firstIndex(where: { $0.extension == `extension` })
      else { return }
      members[place] = newValue
    }
  }

  /// Adds a member, behind all others.
  mutating func signIn(_ member: Member) {
    var member = member
    if let place = formerMembers.firstIndex(where: { $0.extension == member.extension }) {
      let former = formerMembers.remove(at: place)
      member.earlierCalls = former.earlierCalls + former.calls
    }
    members.append(member)
  }

  /// Takes a member out; what is known of it is kept.
  mutating func signOut(_ `extension`: String, at moment: Timestamp) {
    guard let place = members.firstIndex(where: { $0.extension == `extension` }) else { return }
    var member = members.remove(at: place)
    member.end = moment
    formerMembers.append(member)
  }

  /// Counts a call that a member has taken, also one who has signed out meanwhile.
  mutating func countCall(at extension: String) {
    if let place = members.firstIndex(where: { $0.extension == `extension` }) {
      members[place].calls += 1
    } else if let place = formerMembers.firstIndex(where: { $0.extension == `extension` }) {
      formerMembers[place].calls += 1
    }
  }
}
