import PBXServer

/// Where clients find a server, as lines for a shell.
struct ServedAddresses: Sendable {
  let settings: PBXServer.Configuration
  let port: Int
  let pushPort: Int

  /// The API's base address.
  var api: String {
    "\(settings.tls == nil ? "http" : "https")://\(host):\(port)\(PBXServer.basePath)"
  }

  /// The billing push, without who reads it.
  var push: String { "\(settings.tls == nil ? "ws" : "wss")://\(host):\(pushPort)/" }

  /// An address that leads here: that of all interfaces leads nowhere.
  private var host: String {
    switch settings.address {
    case "0.0.0.0": "127.0.0.1"
    case "::": "[::1]"
    case let address: address.contains(":") ? "[\(address)]" : address
    }
  }

  /// What sets a client's environment; with the accounts only where everybody knows them.
  func exports(for accounts: ServedAccounts) -> String {
    var values = [("CALLFLOW_PBX", api), ("CALLFLOW_PUSH", push)]
    if accounts.areKnown, let client = accounts.accounts.clients.min(by: { $0.key < $1.key }),
      let user = accounts.accounts.users.min(by: { $0.key < $1.key })
    {
      values += [
        ("CALLFLOW_CLIENT_ID", client.key), ("CALLFLOW_CLIENT_SECRET", client.value),
        ("CALLFLOW_USERNAME", user.key), ("CALLFLOW_PASSWORD", user.value),
      ]
    }
    return values.map { "export \($0)=\($1)\n" }.joined()
  }
}
