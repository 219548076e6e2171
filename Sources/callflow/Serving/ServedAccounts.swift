import PBXServer

/// The accounts that a server lets in, and whether they may be shown.
enum ServedAccounts: Sendable {
  /// Those that everybody knows.
  case builtIn
  /// Those of a file, which nobody is to see.
  case secret(Accounts)

  var accounts: Accounts {
    switch self {
    case .builtIn: .default
    case .secret(let accounts): accounts
    }
  }

  /// Whether they are no secret.
  var areKnown: Bool {
    if case .builtIn = self { true } else { false }
  }
}
