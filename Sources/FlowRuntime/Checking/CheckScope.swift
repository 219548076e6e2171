import FlowDiagnostics

/// The names of one block.
struct CheckScope {
  /// Those declared so far, with the places of their names.
  var names: [String: SourceRange] = [:]
  /// Those that some later statement of the block declares.
  var upcoming: [String: SourceRange] = [:]
}
