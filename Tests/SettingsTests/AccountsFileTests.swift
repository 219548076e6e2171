import Testing

@testable import Settings

/// Who may sign in to a served PBX.
struct AccountsFileTests {
  private func read(_ text: String, mode: UInt32 = 0o600) throws(SettingsError) -> AccountsFile {
    try AccountsFile(
      reading: SettingsFile(path: "accounts.yaml", text: text, mode: mode), closest: closest)
  }

  private let good = """
    clients:
      - {id: 1, secret: one}
      - {id: web, secret: 0815}
    users: [{name: api, password: "~"}]
    """

  @Test func `accounts are clients with secrets and users with passwords`() throws {
    let accounts = try read(good)
    #expect(accounts.clients == ["1": "one", "web": "0815"])
    #expect(accounts.users == ["api": "~"])
  }

  @Test func `accounts are printed without their secrets`() throws {
    let accounts = try read(good)
    var dumped = ""
    dump(accounts, to: &dumped)
    for text in ["\(accounts)", String(reflecting: accounts), dumped] {
      #expect(!text.contains("one") && !text.contains("0815"), "\(text)")
    }
  }

  @Test func `an accounts file that others can reach is refused`() throws {
    let error = try #require(throws: SettingsError.self) { try read(good, mode: 0o644) }
    #expect(error.kind == .exposedSecrets)
    #expect(error.advice == ["run: chmod 600 accounts.yaml"])
  }

  @Test(arguments: [
    ("", "`accounts.yaml` is empty"),
    ("hunter2", "must be a map"),
    ("clients: [{id: 1, secret: hunter2}]", "names no users: nobody could sign in"),
    ("clients: []\nusers: [{name: a, password: hunter2}]", "names no clients"),
    ("client: hunter2", "there is no `client` in an accounts file"),
    ("clients: hunter2", "`clients` must be a list"),
    ("clients: [hunter2]", "what is in `clients` must be a map"),
    ("clients: [~]", "what is in `clients` must be a map"),
    ("clients: [{id: 1}]", "an entry of `clients` has no `secret`"),
    ("clients: [{secret: hunter2}]", "an entry of `clients` has no `id`"),
    ("clients: [{id: 1, secret: [hunter2]}]", "`secret` must be a text"),
    ("clients: [{id: 1, secret: }]", "`secret` must be a text"),
    ("clients: [{id: 1, password: hunter2}]", "there is no `password` in `clients`"),
    ("users: [{name: a, secret: hunter2}]", "there is no `secret` in `users`"),
    (
      "clients: [{id: 1, secret: hunter2}, {id: '1', secret: x}]",
      "`1` is twice among the `clients`"
    ),
  ])
  func `a wrong accounts file is told without its secrets`(text: String, message: String) throws {
    let error = try #require(throws: SettingsError.self) { try read(text) }
    #expect(error.kind == .file)
    #expect(error.message.contains(message), "\(error)")
    #expect(!"\(error)".contains("hunter2"), "\(error)")
  }
}
