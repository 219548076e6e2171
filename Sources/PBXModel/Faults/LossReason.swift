/// The words for answers that did not come, the same whether there was a network or a fault stood
/// in for one.
package enum LossReason {
  package static let broken = "the connection broke off"

  package static func slow(_ limit: Duration) -> String {
    "the PBX took longer than \(text(limit))"
  }

  /// Such as `5 s` or `0.25 s`.
  package static func text(_ duration: Duration) -> String {
    let milliseconds = duration.nanoseconds / 1_000_000
    return milliseconds % 1000 == 0
      ? "\(milliseconds / 1000) s" : "\(Double(milliseconds) / 1000) s"
  }
}
