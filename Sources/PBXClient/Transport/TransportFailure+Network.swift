import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import PBXModel

extension TransportFailure {
  /// Sorts what the networking libraries throw.
  init(
    _ error: any Error, at address: PBXAddress, connectTimeout: Duration, answerTimeout: Duration
  ) {
    let place = "`\(address.origin)`: "
    switch error {
    case let failure as TransportFailure: self = failure
    case is CancellationError: self = .cancelled
    case let error as HTTPClientError:
      self = Self.sort(error, connectTimeout: connectTimeout, answerTimeout: answerTimeout)
    case let error as NIOConnectionError: self = .connection(place + Self.reason(error))
    case let error as IOError: self = .connection(place + Self.reason(error))
    case let error as NIOSSLError: self = Self.sort(error)
    case is NIOSSLExtraError: self = .untrusted("the certificate is for another host")
    case HTTPParserError.invalidEOFState: self = .connection(LossReason.broken)
    case is HTTPParserError: self = .malformed("it is not HTTP")
    case ChannelError.connectTimeout: self = .timeout(Self.connecting(connectTimeout))
    default: self = .connection("\(error)")
    }
  }

  private static func sort(
    _ error: HTTPClientError, connectTimeout: Duration, answerTimeout: Duration
  ) -> TransportFailure {
    switch error {
    // Without a cancelled task it was the client that ended what was under way.
    case .cancelled: Task.isCancelled ? .cancelled : .shutDown
    case .alreadyShutdown: .shutDown
    case .connectTimeout, .tlsHandshakeTimeout: .timeout(connecting(connectTimeout))
    case .getConnectionFromPoolTimeout:
      .timeout("no connection became free within \(LossReason.text(connectTimeout))")
    case .deadlineExceeded, .readTimeout, .writeTimeout:
      .timeout(LossReason.slow(answerTimeout))
    case .remoteConnectionClosed: .connection(LossReason.broken)
    default: .connection(error.shortDescription)
    }
  }

  private static func sort(_ error: NIOSSLError) -> TransportFailure {
    switch error {
    case .uncleanShutdown: return .connection(LossReason.broken)
    case .handshakeFailed(let reason):
      let text = String(describing: reason)
      if text.contains("CERTIFICATE_VERIFY_FAILED") {
        return .untrusted(
          "nobody who is trusted vouches for its certificate; name the authority with `cacert`")
      }
      if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
        return .untrusted("it does not speak TLS at this port; try `http://`")
      }
      return .untrusted("the TLS handshake failed")
    case .unableToValidateCertificate, .noCertificateToValidate:
      return .untrusted("its certificate cannot be validated")
    default: return .connection("TLS failed: \(error)")
    }
  }

  private static func reason(_ error: NIOConnectionError) -> String {
    let causes = error.connectionErrors.map { failure in
      (failure.error as? IOError).map(reason) ?? "\(failure.error)"
    }
    return causes.first ?? "the name `\(error.host)` is not known"
  }

  private static func reason(_ error: IOError) -> String {
    SystemError(number: error.errnoCode).description
  }

  private static func connecting(_ timeout: Duration) -> String {
    "connecting took longer than \(LossReason.text(timeout))"
  }
}
