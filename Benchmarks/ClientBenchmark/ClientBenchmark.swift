import PBXClient
import PBXModel

/// A thousand operations, one after the other, over one client.
@main
struct ClientBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 7, let address = PBXAddress(arguments[1]), let count = Int(arguments[6])
    else {
      print("usage: ClientBenchmark ADDRESS CLIENT SECRET USER PASSWORD COUNT")
      return
    }
    let configuration = PBXClient.Configuration(
      address: address,
      credentials: .init(
        clientID: arguments[2], clientSecret: arguments[3], username: arguments[4],
        password: arguments[5]))
    try await PBXClient.withClient(configuration) { client in
      try await client.signIn()
      let clock = ContinuousClock()
      let start = clock.now
      for _ in 0..<count {
        _ = try await client.send(ListEndpoints(page: 1, pageSize: 10, endpoint: "8001"))
      }
      let duration = clock.now - start
      print(Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
    }
  }
}
