import PBXClient
import PBXModel

/// The README's example of the client as a library, to see that it compiles; a test compares them.
enum LibraryExample {
  static func run() async throws {
    let configuration = PBXClient.Configuration(
      address: PBXAddress("https://pbx.example")!,
      credentials: Credentials(clientID: "4", clientSecret: "…", username: "api", password: "…"))
    try await PBXClient.withClient(configuration) { pbx in
      let call = try await pbx.dial(Dial(extension: "8001", dest: "8002"))
      print("called", call.uniqueid)
      for try await row in pbx.rows(of: ListEndpoints()) { print(row.endpoint, row.state.rawValue) }
    }
  }
}
