/// Which PBX is meant.
package enum PBXTarget: Hashable, Sendable {
  /// The simulator inside the program.
  case simulator
  /// One that speaks the HTTP API at this address: `http` or `https`, without a password in it.
  case address(String)
}

extension PBXTarget: CustomStringConvertible {
  package var description: String {
    switch self {
    case .simulator: "simulator"
    case .address(let text): text
    }
  }
}
