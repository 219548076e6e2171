import PBXModel

/// A call that waits in a space of the lot.
struct Parking: Hashable, Sendable {
  let space: Int
  /// Who waits.
  let channel: ChannelID
  /// The number that it is asked for by.
  let number: String
  /// The extension that parked it.
  let parker: String
  let since: Timestamp
  /// Where its dialplan was.
  let place: Place
  /// What its records say that it did before; nil where it was called, and had none.
  let application: Application?

  /// A place in a dialplan, as Asterisk shows a channel's.
  struct Place: Hashable, Sendable {
    var context: String
    var exten: String
    var priority: Int
  }

  /// An application of the dialplan, as records show it.
  struct Application: Hashable, Sendable {
    var name: String
    var data: String
  }

  /// How many whole seconds it has waited.
  func seconds(at moment: Timestamp) -> Int {
    Int(since.duration(to: moment).components.seconds)
  }
}

/// The spaces of the parking lot that are taken.
struct ParkingSpaces: Sendable {
  private var bySpace: [Int: Parking] = [:]
  private var spacesByNumber: [String: Set<Int>] = [:]

  var isEmpty: Bool { bySpace.isEmpty }

  /// All of them, in the order of their spaces.
  var all: [Parking] { bySpace.values.sorted { $0.space < $1.space } }

  /// Who is in a space.
  subscript(space: Int) -> Parking? { bySpace[space] }

  /// The lowest space that a number is parked in.
  func space(of number: String) -> Int? { spacesByNumber[number]?.min() }

  /// The lowest space that is free; a lot has but a few.
  func lowestFree(of spaces: ClosedRange<Int>) -> Int? {
    spaces.first { bySpace[$0] == nil }
  }

  mutating func take(_ parking: Parking) {
    bySpace[parking.space] = parking
    spacesByNumber[parking.number, default: []].insert(parking.space)
  }

  mutating func free(_ space: Int) {
    guard let parking = bySpace.removeValue(forKey: space) else { return }
    spacesByNumber[parking.number]?.remove(space)
    if spacesByNumber[parking.number] == [] { spacesByNumber[parking.number] = nil }
  }
}
