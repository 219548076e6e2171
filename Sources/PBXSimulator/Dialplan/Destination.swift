import PBXModel

/// Where a dialplan leads.
struct Destination: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    case line(String)
    /// The number as it is sent over the trunk.
    case outside(String, trunk: String)
    case queue(String)
    case menu(String)
    case mailbox(String)
    /// Whoever is parked there.
    case parkingSpace(Int)
  }

  var target: Target
  /// What was dialled, as records show it.
  var number: String
  var context: String
}
