package import PBXSimulator

/// What a world file describes: a telephone system, and where its chance comes from.
package struct DescribedWorld: Hashable, Sendable {
  package var world: World
  /// The seed of whatever is random; nil where the file leaves it to whoever runs the world.
  package var seed: UInt64?

  package init(_ world: World, seed: UInt64? = nil) {
    self.world = world
    self.seed = seed
  }

  /// The one of a run that names none.
  package static let `default` = DescribedWorld(.default)
}
