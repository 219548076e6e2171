import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
package import PBXModel

/// The network, by way of async-http-client: connections are kept and used again.
package struct AsyncHTTPTransport: HTTPTransport {
  private let client: HTTPClient
  private let address: PBXAddress
  private let connectTimeout: Duration
  private let answerTimeout: Duration

  /// Throws where the certificates to trust cannot be read.
  package init(_ configuration: PBXClient.Configuration) throws(PBXError) {
    address = configuration.address
    connectTimeout = configuration.connectTimeout
    answerTimeout = configuration.answerTimeout
    var settings = HTTPClient.Configuration()
    settings.redirectConfiguration = .disallow
    settings.httpVersion = .http1Only
    settings.timeout.connect = TimeAmount(connectTimeout)
    settings.timeout.read = TimeAmount(answerTimeout)
    // Below the five seconds after which web servers usually close an idle connection: a request
    // that meets the close is lost, and a POST must not be repeated.
    settings.connectionPool.idleTimeout = .seconds(4)
    settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    settings.connectionPool.retryConnectionEstablishment = false
    if configuration.address.isSecure {
      do throws(UnreadableAuthority) {
        settings.tlsConfiguration = try .client(trusting: configuration.certificateAuthority)
      } catch {
        throw PBXError(operation: "connect", cause: .connection(error.description))
      }
    }
    client = HTTPClient(
      eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton),
      configuration: settings)
  }

  /// Ends what still runs and closes the connections.
  package func shutDown() async throws {
    try await client.shutdown()
  }

  package func answer(to request: HTTPRequest) async throws(TransportFailure) -> HTTPAnswer {
    do {
      let deadline = NIODeadline.now() + TimeAmount(answerTimeout)
      return try await whole(
        try await client.execute(Self.wire(request), deadline: deadline), by: deadline)
    } catch {
      throw failure(error)
    }
  }

  package func stream(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPStream {
    do {
      let deadline = NIODeadline.now() + TimeAmount(answerTimeout)
      let response = try await client.execute(Self.wire(request), deadline: deadline)
      guard response.status == .ok else {
        return .answer(try await whole(response, by: deadline))
      }
      let reader = BodyReader(response.body)
      let content = HTTPContent(
        size: response.headers.first(name: "Content-Length").flatMap { Int($0) },
        type: response.headers.first(name: "Content-Type")
      ) { () async throws(TransportFailure) in
        do { return try await reader.next() } catch { throw self.failure(error) }
      }
      return .content(content)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: any Error) -> TransportFailure {
    TransportFailure(
      error, at: address, connectTimeout: connectTimeout, answerTimeout: answerTimeout)
  }

  private static func wire(_ request: HTTPRequest) -> HTTPClientRequest {
    var wire = HTTPClientRequest(url: request.url)
    wire.method = NIOHTTP1.HTTPMethod(rawValue: request.method.rawValue)
    for field in request.headers { wire.headers.add(name: field.name, value: field.value) }
    if let body = request.body { wire.body = .bytes(ByteBuffer(bytes: body)) }
    return wire
  }

  /// Collects a body; throws where it is too long or takes too long.
  private func whole(
    _ response: HTTPClientResponse, by deadline: NIODeadline
  ) async throws -> HTTPAnswer {
    var body: [UInt8] = []
    for try await part in response.body {
      guard body.count + part.readableBytes <= HTTPAnswer.largestBody else {
        throw TransportFailure.malformed(
          "it is longer than \(HTTPAnswer.largestBody / 1024 / 1024) MiB")
      }
      // A part may come just before each time-out of the connection's, without end.
      if NIODeadline.now() > deadline { throw HTTPClientError.deadlineExceeded }
      body.append(contentsOf: part.readableBytesView)
    }
    let headers = response.headers.map { HTTPField($0.name, $0.value) }
    return HTTPAnswer(status: Int(response.status.code), headers: headers, body: body)
  }
}
