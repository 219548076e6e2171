/// What checker, completion and manual know of a function: a query of the PBX or a pure one.
package struct FunctionSignature: Sendable {
  package struct Parameter: Hashable, Sendable {
    package var name: String
    /// Whether it is written `name: value`.
    package var isLabelled: Bool
    package var isRequired: Bool

    package init(_ name: String, isLabelled: Bool = false, isRequired: Bool = true) {
      self.name = name
      self.isLabelled = isLabelled
      self.isRequired = isRequired
    }
  }

  package var name: String
  /// One sentence.
  package var summary: String
  package var parameters: [Parameter]
  /// The API operations behind it; none for a pure function.
  package var operations: [String]
  /// Whole scripts that run on the simulator and pass.
  package var examples: [String]

  package init(
    name: String, summary: String, parameters: [Parameter], operations: [String] = [],
    examples: [String]
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.operations = operations
    self.examples = examples
  }
}
