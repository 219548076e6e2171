import FlowDiagnostics
import PBXModel
import PBXSimulator
import YAMLReading

/// What can be checked only once all has been read.
extension WorldReader {
  /// In the order in which they stand in the file; what is alike keeps its order.
  var sortedDiagnostics: [Diagnostic] {
    diagnostics.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }.map(\.element)
  }

  /// Reports names that nothing has.
  mutating func checkReferences() {
    for reference in names.references where !names.has(reference.name, as: reference.kind) {
      report(
        .unknownName(
          reference.name, reference.kind, known: names.all(reference.kind), at: reference.range))
    }
  }

  /// Reports a number that is dialled for something else and for a parked call.
  mutating func checkParking(in lot: ParkingLot) {
    for space in lot.spaces {
      guard let named = names.named(String(space)) else { continue }
      report(
        .parkingSpace(
          String(space), named, hasLot: parkingRange != nil, at: parkingRange ?? named.range))
      return
    }
  }

  /// Reports destinations that lead nowhere.
  mutating func checkDestinations(in world: World) {
    let dialplan = Dialplan(world: world)
    for (text, range) in names.destinations where !dialplan.leads(text) {
      report(.unknownDestination(text, at: range))
    }
  }

  /// Warns of trunks that calls only come in over.
  mutating func checkTrunks(of world: World) {
    let used = Set(world.patterns.map(\.trunk))
    for trunk in world.trunks where !used.contains(trunk.name) {
      guard let place = names.place(of: trunk.name, as: .trunk) else { continue }
      report(.unusedTrunk(trunk.name, at: place))
    }
  }
}
