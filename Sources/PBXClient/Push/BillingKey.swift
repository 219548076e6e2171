package import PBXModel

/// What identifies a leg in the billing records, which carry no row id.
package struct BillingKey: Hashable, Sendable {
  private static let fields = [
    "uniqueid", "linkedid", "channel", "dstchannel", "lastapp", "start", "end",
  ]

  /// One text takes half the memory of seven.
  private let text: String

  package init(_ record: BillingRecord) {
    text = Self.fields.map { record.text($0) }.joined(separator: "\u{1F}")
  }
}
