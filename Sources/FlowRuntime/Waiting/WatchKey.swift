/// Something that a wait needs the poller to ask for.
package enum WatchKey: Hashable, Sendable {
  case endpoint(String)
  /// The whole list of extensions.
  case endpoints
  case trunks
  /// Call records from a time on, in the API's notation.
  case records(from: String)
}

extension WatchKey: Comparable {
  /// The order in which a round asks, whatever order the waits came in.
  package static func < (left: WatchKey, right: WatchKey) -> Bool {
    (left.rank, left.detail) < (right.rank, right.detail)
  }

  private var rank: Int {
    switch self {
    case .endpoints: 0
    case .endpoint: 1
    case .trunks: 2
    case .records: 3
    }
  }

  private var detail: String {
    switch self {
    case .endpoint(let number): number
    case .records(let from): from
    case .endpoints, .trunks: ""
    }
  }
}
