package import PBXModel

/// What tells one call record from another: its row's id, else the fields that name a leg.
package struct RecordIdentity: Hashable, Sendable {
  private var text: String
  /// Counts records that are alike in everything.
  private var repetition: Int

  /// Names each record of a list.
  package static func identities(of records: [CallRecord]) -> [RecordIdentity] {
    var identities: [RecordIdentity] = []
    var counts: [String: Int] = [:]
    for record in records {
      let text = text(of: record)
      let repetition = counts[text, default: 0]
      counts[text] = repetition + 1
      identities.append(RecordIdentity(text: text, repetition: repetition))
    }
    return identities
  }

  private static func text(of record: CallRecord) -> String {
    let id = record.integer("id")
    if id > 0 { return "id \(id)" }
    return [
      "uniqueid", "linkedid", "channel", "dstchannel", "lastapp", "start", "end",
    ].map { record.text($0) }.joined(separator: "\u{1F}")
  }
}
