/// A record of one leg of a call, in whichever of its two forms.
public protocol CallDetailRecord: PBXRecord {}

extension CallDetailRecord {
  public var source: String { text("src") }
  public var destination: String { text("dst") }
  public var channel: String { text("channel") }
  public var destinationChannel: String { text("dstchannel") }
  public var lastApplication: String { text("lastapp") }
  /// Empty where nobody answered.
  public var answer: String { text("answer") }
  /// In whole seconds.
  public var duration: Int { integer("duration") }
  /// In whole seconds.
  public var billableSeconds: Int { integer("billsec") }
  public var disposition: String { text("disposition") }
  public var uniqueid: String { text("uniqueid") }
  public var linkedid: String { text("linkedid") }
}
