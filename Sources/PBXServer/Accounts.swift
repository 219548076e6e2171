/// Who may sign in: clients with their secrets, and users with their passwords.
package struct Accounts: Sendable {
  /// Client id to client secret.
  package var clients: [String: String]
  /// User name to password.
  package var users: [String: String]

  package init(clients: [String: String], users: [String: String]) {
    self.clients = clients
    self.users = users
  }

  /// What a server has that was told of no others; no secret, for they are printed at its start.
  package static let `default` = Accounts(
    clients: ["1": "callflow-client"], users: ["tester": "callflow-user"])
}

extension Accounts {
  /// Whether that is the client's secret; an unknown client takes as long as a wrong secret.
  func isClient(_ id: String, secret: String) -> Bool {
    Self.isKnown(id, in: clients, secret: secret)
  }

  /// Whether that is the user's password; an unknown user takes as long as a wrong password.
  func isUser(_ name: String, password: String) -> Bool {
    Self.isKnown(name, in: users, secret: password)
  }

  private static func isKnown(_ name: String, in table: [String: String], secret: String) -> Bool {
    let known = table[name]
    let isRight = ConstantTime.isEqual(Array(secret.utf8), Array((known ?? "unknown").utf8))
    // An empty secret in the table is one that nobody can have.
    return isRight && !(known ?? "").isEmpty
  }
}

extension Accounts: CustomStringConvertible {
  /// Their names alone.
  package var description: String {
    "clients \(clients.keys.sorted()), users \(users.keys.sorted())"
  }
}
