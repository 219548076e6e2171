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

    public init(address: PBXAddress, credentials: Credentials) {
      self.address = address
      self.credentials = credentials
    }
  }
}
