import Testing

@testable import Settings

/// What must stay secret.
struct SecretTests {
  @Test func `no way of printing a secret shows it`() {
    let secret = Secret("hunter2")
    var dumped = ""
    dump(Setting(secret, from: .builtIn), to: &dumped)
    let texts = ["\(secret)", String(reflecting: secret), "\([secret])", dumped]
    for text in texts { #expect(!text.contains("hunter2"), "\(text)") }
    #expect("\(secret)" == "••••")
    #expect(secret.reveal() == "hunter2")
  }
}
