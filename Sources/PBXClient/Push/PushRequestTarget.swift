import PBXModel

extension PushAddress {
  /// What the upgrade asks for, the access token with it: never to be shown.
  func requestTarget(token: String) -> String {
    "\(path)\(BillingMessage.path)?user_id=\(BillingMessage.userID)"
      + "&token=\(PercentEncoding.segment(token))"
  }
}
