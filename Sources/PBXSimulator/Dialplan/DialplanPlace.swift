/// A place in a dialplan.
struct DialplanPlace: Hashable, Sendable {
  var context: String
  var exten: String

  /// Reads `CONTEXT,EXTEN,PRIORITY`; nil where it has another form.
  init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty, let priority = Int(parts[2]),
      priority >= 1
    else { return nil }
    context = String(parts[0])
    exten = String(parts[1])
  }
}
