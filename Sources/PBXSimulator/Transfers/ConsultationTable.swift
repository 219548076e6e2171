/// The attended transfers that run, found by whoever takes part in one.
struct ConsultationTable: Sendable {
  private var byTransferer: [ChannelID: Consultation] = [:]
  private var transferers: (ofPeer: [ChannelID: ChannelID], ofHalf: [ChannelID: ChannelID]) =
    ([:], [:])

  var isEmpty: Bool { byTransferer.isEmpty }

  /// All of them, in no order that means anything.
  var all: some Collection<Consultation> { byTransferer.values }

  /// The consultation of a channel that transfers.
  subscript(transferer: ChannelID) -> Consultation? {
    get { byTransferer[transferer] }
    set {
      if let old = byTransferer[transferer] {
        transferers.ofPeer[old.transferee] = nil
        if let half = old.first { transferers.ofHalf[half] = nil }
      }
      byTransferer[transferer] = newValue
      if let new = newValue {
        transferers.ofPeer[new.transferee] = transferer
        if let half = new.first { transferers.ofHalf[half] = transferer }
      }
    }
  }

  /// The consultations that a channel is the held peer of, or the pair's half that is talked into.
  func concerning(_ id: ChannelID) -> [Consultation] {
    [transferers.ofPeer[id], transferers.ofHalf[id]].compactMap { $0 }.sorted()
      .compactMap { byTransferer[$0] }
  }

  /// Whether a channel is the held peer of one that consults.
  func hasPeer(_ id: ChannelID) -> Bool { transferers.ofPeer[id] != nil }
}
