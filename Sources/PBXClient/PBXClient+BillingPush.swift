public import PBXModel

extension PBXClient {
  public func billingPush() async throws(PBXError) -> BillingFeed {
    throw PBXError(operation: "billing push", cause: .unsupported)
  }
}
