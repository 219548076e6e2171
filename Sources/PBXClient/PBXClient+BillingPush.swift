public import PBXModel

extension PBXClient {
  /// The billing push across lost connections: no record is missed, and none comes twice that the
  /// PBX pushed once.
  ///
  /// Throws an unsupported operation where the configuration has no address for it.
  public func billingPush() async throws(PBXError) -> BillingFeed {
    try await push().feed()
  }

  /// The push as the configuration says.
  package func push() throws(PBXError) -> BillingPush {
    guard let address = configuration.push else {
      throw PBXError(
        operation: "billing push", cause: .unsupported, detail: "no address is set: `push`")
    }
    return BillingPush(
      address: address, certificateAuthority: configuration.certificateAuthority,
      zone: configuration.zone, longestCall: configuration.longestCall,
      connector: NIOPushConnector(timeout: configuration.connectTimeout, random: random),
      clock: clock, jitter: { jitter },
      token: { () async throws(PBXError) in try await accessToken() },
      tokenWasRefused: { token in tokenWasRefused(token) },
      list: { (request) async throws(PBXError) in try await billingRecords(request) })
  }
}
