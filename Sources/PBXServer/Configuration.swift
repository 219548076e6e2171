extension PBXServer {
  /// Where a server listens, and what it allows.
  package struct Configuration: Sendable {
    /// An address of this machine, or a name that has one.
    package var address = "127.0.0.1"
    /// 0 for any that is free.
    package var port = 0
    /// The billing push's own port; nil where it comes over the same.
    package var pushPort: Int?
    /// Nil for HTTP without encryption.
    package var tls: TLSFiles?
    /// How long an access token is good for.
    package var tokenLife = Duration.seconds(1800)
    /// How long a refresh token is good for, at least as long as an access token.
    package var refreshLife = Duration.seconds(86_400)
    /// The folder that holds `monitor/` and `voicemail/`; what is not in it is the service's.
    package var recordings: String?
    package var limits = Limits()

    package init() {}
  }

  /// The files of a certificate and its key, in PEM.
  package struct TLSFiles: Hashable, Sendable {
    /// The certificate, and those that it depends on.
    package var certificate: String
    package var key: String

    package init(certificate: String, key: String) {
      self.certificate = certificate
      self.key = key
    }
  }

  /// What one client, or all of them, may take up.
  package struct Limits: Sendable {
    /// Connections at a time, for each port.
    package var connections = 1024
    /// Access tokens at a time, and as many refresh tokens.
    package var tokens = 10_000
    /// Bytes of a request's body.
    package var bodyBytes = 1 << 20
    /// Bytes of a request's header fields.
    package var headerBytes = 32 << 10
    /// From the connection to the end of the first request's head, a TLS handshake included.
    package var headTime = Duration.seconds(10)
    /// From an answer to the end of the next request's head.
    package var idleTime = Duration.seconds(60)
    /// From the end of a request's head to the end of its body.
    package var bodyTime = Duration.seconds(30)
    /// How long a client may take to read what waits for it.
    package var writeTime = Duration.seconds(30)
    /// How often the billing push looks whether its reader is still there.
    package var pingTime = Duration.seconds(20)
    /// How long a reader of the billing push may take to agree to a close, and a client to end a
    /// body that has been answered already.
    package var closeTime = Duration.seconds(2)
    /// Messages of the billing push that may wait for a reader.
    package var pushBacklog = 1000
    /// How long requests may go on once the server is told to stop.
    package var stopTime = Duration.seconds(10)

    package init() {}
  }
}
