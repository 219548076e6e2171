import Synchronization

/// Gathers the ports that are bound, and tells them once all are.
final class ListeningPorts: Sendable {
  private struct Bound {
    var api: Int?
    var push: Int?
  }

  private let hasOwnPush: Bool
  private let tell: @Sendable (_ port: Int, _ pushPort: Int) async -> Void
  private let bound = Mutex(Bound())

  init(
    hasOwnPush: Bool, then tell: @escaping @Sendable (_ port: Int, _ pushPort: Int) async -> Void
  ) {
    self.hasOwnPush = hasOwnPush
    self.tell = tell
  }

  /// A port is bound.
  func note(_ port: Int, isAPI: Bool) async {
    let all: (api: Int, push: Int)? = bound.withLock { bound in
      if isAPI { bound.api = port } else { bound.push = port }
      guard let api = bound.api, let push = hasOwnPush ? bound.push : api else { return nil }
      return (api, push)
    }
    if let all { await tell(all.api, all.push) }
  }
}
