import YAMLReading

/// Who may sign in to a served PBX: the clients with their secrets, the users with their passwords.
package struct AccountsFile: Hashable, Sendable {
  /// Client id to secret.
  package let clients: [String: String]
  /// User name to password.
  package let users: [String: String]

  /// Reads the file; one that others than its owner can read is refused.
  package init(reading file: SettingsFile, closest: @escaping Speller) throws(SettingsError) {
    try file.checkIsPrivate()
    let example = [
      "write `clients: [{id: 1, secret: …}]` and `users: [{name: api, password: …}]`"
    ]
    guard let root = try YAMLPart(reading: file) else {
      throw SettingsError(.file, "`\(file.path)` is empty", advice: example)
    }
    guard let members = try root.members() else {
      throw SettingsError(.file, "`\(file.path)` must be a map", at: root.place, advice: example)
    }
    var found: [String: [String: String]] = [:]
    for member in members {
      let reader: AccountsReader
      switch member.key {
      case "clients": reader = AccountsReader(name: "id", secret: "secret", closest: closest)
      case "users": reader = AccountsReader(name: "name", secret: "password", closest: closest)
      default:
        throw SettingsError(
          .file, "there is no `\(member.key)` in an accounts file", at: member.place,
          advice: SettingsError.advice(
            for: member.key, among: ["clients", "users"], called: "keys", closest: closest))
      }
      found[member.key] = try reader.accounts(member)
    }
    clients = found["clients"] ?? [:]
    users = found["users"] ?? [:]
    for (key, accounts) in [("clients", clients), ("users", users)] where accounts.isEmpty {
      throw SettingsError(
        .file, "`\(file.path)` names no \(key): nobody could sign in", advice: example)
    }
  }
}

extension AccountsFile: CustomStringConvertible, CustomReflectable {
  /// Without the secrets.
  package var description: String { "\(clients.count) clients, \(users.count) users" }
  package var customMirror: Mirror {
    Mirror(self, children: ["clients": clients.keys.sorted(), "users": users.keys.sorted()])
  }
}

/// Reads one of the two lists; its messages never repeat a secret.
private struct AccountsReader {
  /// The key of who it is.
  let name: String
  /// The key of what proves it.
  let secret: String
  let closest: Speller

  func accounts(_ member: YAMLPart.Member) throws(SettingsError) -> [String: String] {
    guard let elements = member.value.elements else {
      throw SettingsError(
        .file, "`\(member.key)` must be a list", at: member.value.place, advice: [example])
    }
    var accounts: [String: String] = [:]
    for element in elements {
      let account = try account(element, in: member.key)
      guard accounts.updateValue(account.secret, forKey: account.name) == nil else {
        throw SettingsError(
          .file, "`\(account.name)` is twice among the `\(member.key)`", at: element.place,
          advice: ["keep one of the two"])
      }
    }
    return accounts
  }

  private var example: String { "write each as `- {\(name): …, \(secret): …}`" }

  private func account(
    _ element: YAMLPart, in list: String
  ) throws(SettingsError) -> (name: String, secret: String) {
    guard !element.isNull, let members = try element.members() else {
      throw SettingsError(
        .file, "what is in `\(list)` must be a map", at: element.place, advice: [example])
    }
    var values: [String: String] = [:]
    for member in members {
      guard member.key == name || member.key == secret else {
        throw SettingsError(
          .file, "there is no `\(member.key)` in `\(list)`", at: member.place,
          advice: SettingsError.advice(
            for: member.key, among: [name, secret], called: "keys", closest: closest))
      }
      guard let text = member.value.text, !text.isEmpty else {
        throw SettingsError(
          .file, "`\(member.key)` must be a text, in quotes where YAML takes it for nothing",
          at: member.place)
      }
      values[member.key] = text
    }
    func required(_ key: String) throws(SettingsError) -> String {
      if let text = values[key] { return text }
      throw SettingsError(
        .file, "an entry of `\(list)` has no `\(key)`", at: element.place, advice: [example])
    }
    return (try required(name), try required(secret))
  }
}
