/// What a run is asked to do beside which scripts.
package struct RunSettings: Sendable {
  /// The seed of a run that names none: fixed, so that runs repeat.
  package static let defaultSeed: UInt64 = 1

  package var seed: UInt64
  /// The texts given for parameters, by name.
  package var parameters: [String: String]
  /// Texts for parameters that count where none is given, and that no script needs to have.
  package var defaults: [String: String]

  package init(
    seed: UInt64 = defaultSeed, parameters: [String: String] = [:],
    defaults: [String: String] = [:]
  ) {
    self.seed = seed
    self.parameters = parameters
    self.defaults = defaults
  }

  /// What counts for each parameter that has a text.
  var texts: [String: String] { defaults.merging(parameters) { _, given in given } }
}
