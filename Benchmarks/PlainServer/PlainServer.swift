import Hummingbird
import Logging
import NIOCore

/// A handler that answers a constant as long as a page of extensions: what the web server does
/// without any of the API's work.
@main
struct PlainServer {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let port = Int(arguments[1]), let size = Int(arguments[2]) else {
      print("usage: PlainServer PORT SIZE")
      return
    }
    let body = ByteBuffer(string: String(repeating: "x", count: size))
    let router = Router()
    router.get("constant") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: body))
    }
    var logger = Logger(label: "plain")
    logger.logLevel = .error
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
      logger: logger)
    try await application.runService()
  }
}
