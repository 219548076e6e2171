/// The registry of the operations: one sorted line each, guarded by a test.
package enum Operations {
  package static let all: [any PBXOperation.Type] = [
    CancelAttendedTransfer.self,
    Dial.self,
    Hangup.self,
    ListCallRecords.self,
    ListEndpoints.self,
    ListTrunks.self,
    Transfer.self,
  ]

  /// The operation behind a request, nil where there is none.
  package static func find(method: String, path: String) -> (any PBXOperation.Type)? {
    all.first { $0.path == path && $0.method.rawValue == method }
  }
}
