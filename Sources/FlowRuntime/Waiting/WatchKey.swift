package import PBXModel

/// Something that a wait needs the poller to ask for.
package enum WatchKey: Hashable, Sendable {
  case endpoint(String)
  /// The whole list of extensions.
  case endpoints
  case trunks
  /// The call records that a request lists, all pages of it.
  case records(ListCallRecords)
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
    case .records(let request): request.detail
    case .endpoints, .trunks: ""
    }
  }
}

extension ListCallRecords {
  /// Everything that it asks for, as one text.
  fileprivate var detail: String {
    [start, end, src, dst, disposition, direction].map { $0 ?? "" }.joined(separator: "\n")
  }
}
