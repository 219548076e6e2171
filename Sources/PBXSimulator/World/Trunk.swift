/// A line to the outside.
package struct Trunk: Hashable, Sendable {
  package var name: String
  package var serverIp: String
  package var serverPort: Int
  /// So many calls at a time, either way, a further one fails; without limit where it is nil.
  package var channelLimit: Int?
  /// Whether the carrier answers; no call goes either way over one that does not.
  package var isReachable: Bool

  package init(
    name: String, serverIp: String = "192.0.2.201", serverPort: Int = 5060,
    channelLimit: Int? = nil, isReachable: Bool = true
  ) {
    self.name = name
    self.serverIp = serverIp
    self.serverPort = serverPort
    self.channelLimit = channelLimit
    self.isReachable = isReachable
  }
}
