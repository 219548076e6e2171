extension Library {
  /// The signatures of all functions, queries and pure ones, in the order of their names.
  package var functions: [FunctionSignature] {
    (queries.map { $0.signature } + PureFunction.all.map(\.signature)).sorted { $0.name < $1.name }
  }

  /// A function's signature; a pure one goes before a query of the same name.
  package func function(named name: String) -> FunctionSignature? {
    PureFunction.index(of: name).map { PureFunction.all[$0].signature } ?? query(named: name)
  }

  func query(named name: String) -> FunctionSignature? {
    queries.first { $0.signature.name == name }?.signature
  }
}
