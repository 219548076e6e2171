/// The operations of the API as a table in text, one line each.
package enum OperationListing {
  private struct Row {
    var method: String
    var path: String
    var codes: String
    var summary: String
  }

  /// Method, path, error codes (wrong parameters, failure) and what it does, aligned; those beside
  /// the operations (signing in, the push, recordings) stand at the end.
  package static var lines: [String] {
    let rows = Operations.all.map(row).sorted { $0.path < $1.path } + others
    let width = rows.map(\.path.count).max() ?? 0
    let codesWidth = rows.map(\.codes.count).max() ?? 0
    return rows.map { row in
      [padded(row.method, 4), padded(row.path, width), padded(row.codes, codesWidth), row.summary]
        .joined(separator: "  ")
    }
  }

  private static func row(_ operation: any PBXOperation.Type) -> Row {
    var codes = [operation.parameterError.map { String($0.rawValue) } ?? "422"]
    if operation.parameterError == nil, operation.fields.allSatisfy({ !$0.isRequired }) {
      codes = []
    }
    codes += [operation.failure].compactMap { $0.map { String($0.rawValue) } }
    return Row(
      method: operation.method.rawValue, path: operation.path,
      codes: codes.joined(separator: " "), summary: operation.summary)
  }

  private static let others = [
    Row(
      method: TokenRequest.method.rawValue, path: TokenRequest.path, codes: "",
      summary: TokenRequest.summary),
    Row(
      method: "GET", path: "/monitor/…", codes: "", summary: "The sound file of a call record"),
    Row(
      method: "GET", path: "/voicemail/…", codes: "", summary: "The sound file of a message"),
    Row(
      method: "WS", path: "/?user_id=billing&token=…", codes: "",
      summary: "The billing push, on a port of its own"),
  ]

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
