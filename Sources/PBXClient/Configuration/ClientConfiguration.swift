public import PBXModel

extension PBXClient {
  /// Which PBX a client talks to, as whom, and how patiently.
  public struct Configuration: Sendable {
    public var address: PBXAddress
    public var credentials: Credentials
    /// How long a connection may take, with the TLS handshake.
    public var connectTimeout: Duration = .seconds(5)
    /// How long an answer may take.
    public var answerTimeout: Duration = .seconds(30)
    /// The path of a PEM file with the certificates to trust; the system's where it is nil.
    public var certificateAuthority: String?

    /// Where the billing push is, which has a port of its own; there is none where it is nil.
    public var push: PushAddress?
    /// The PBX's local time, in which its records are written.
    ///
    /// Has to be right for the billing push: lists are asked for in it.
    public var zone = PBXTimeZone.china
    /// A row of a record list carries the time when its call began: after a gap of the push, the
    /// list is asked for that much more.
    public var longestCall: Duration = .seconds(4 * 3600)

    public init(address: PBXAddress, credentials: Credentials) {
      self.address = address
      self.credentials = credentials
    }
  }
}
