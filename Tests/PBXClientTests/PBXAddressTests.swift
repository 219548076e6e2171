import PBXClient
import Testing

struct PBXAddressTests {
  @Test(arguments: [
    ("https://pbx.example:8443", "https://pbx.example:8443/dscom-api/public"),
    ("https://pbx.example/", "https://pbx.example/dscom-api/public"),
    ("https://pbx.example:443", "https://pbx.example/dscom-api/public"),
    ("HTTP://PBX.example:80/dscom-api/public/", "http://pbx.example/dscom-api/public"),
    ("http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api"),
    ("https://[::1]:8443", "https://[::1]:8443/dscom-api/public"),
  ])
  func `an address is where the API begins`(text: String, base: String) {
    #expect(PBXAddress(text)?.base == base)
    #expect(PBXAddress(text)?.description == base)
  }

  @Test(arguments: [
    "", "pbx.example", "ftp://pbx.example", "https://", "https:///path", "https://pbx:0",
    "https://pbx:65536", "https://pbx:x", "https://pbx:", "https://qa:secret@pbx",
    "https://pbx?a=1",
    "https://pbx/#part", "https://[::1", "https://[pbx]", "https://pbx example",
    "https://pbx\r\nX: y",
    "https://pbx/a\u{e9}",
  ])
  func `what is no address is refused`(text: String) {
    #expect(PBXAddress(text) == nil)
  }

  @Test func `the origin is without the path`() throws {
    let address = try #require(PBXAddress("https://[::1]:8443/a/b"))
    #expect(address.origin == "https://[::1]:8443")
    #expect(PBXAddress("https://pbx") == PBXAddress("https://pbx:443/dscom-api/public/"))
  }

  @Test func `no form of credentials, or of a client, shows a secret`() throws {
    var dumped = ""
    dump(Bench.credentials, to: &dumped)
    let client = try Bench.client(StubTransport { _ in .done })
    dump(client, to: &dumped)
    dumped += "\(client) \(client.configuration)"
    let forms = ["\(Bench.credentials)", String(reflecting: Bench.credentials), dumped]
    for form in forms {
      #expect(form.contains("qa"))
      #expect(!form.contains(Bench.password))
      #expect(!form.contains("secret"))
    }
  }
}
