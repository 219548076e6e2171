package import PBXModel

/// What of the time the push cannot vouch for still has to be asked from `cdr/list`, and when.
///
/// A gap is listed at once when the push is there again, and a second time a little later: a call's
/// row may reach the list after its record would have been pushed.
package struct GapFill: Sendable {
  /// How long after a connection a row may take to reach the list.
  package static let settling = Duration.seconds(15)
  package static let pageSize = 1000
  /// A list that does not end by then never will.
  package static let pageLimit = 10_000
  /// How far beyond now a list goes, for a PBX whose clock is ahead: what it shows too early costs
  /// nothing, for no row is given twice.
  static let lead = Duration.seconds(86_400)
  /// After so many doublings the look-ups that matched pushes cause come no slower.
  private static let slowest = 6

  private struct Listing: Sendable {
    var startedAt: Timestamp
    var request: ListBillingRecords
    var lastRows: [BillingRecord]?
  }

  /// From when on calls are listed, nil where nothing is missing.
  package private(set) var start: Timestamp?
  private var due = Timestamp(nanoseconds: .max)
  /// A list from then on shows all.
  private var settledAt = Timestamp(nanoseconds: .max)
  private var listing: Listing?
  private var backoff = PushBackoff()
  private var lookups = 0

  package init() {}

  /// When there is something to list, nil where nothing is missing.
  package var dueAt: Timestamp? {
    start == nil ? nil : listing == nil ? due : Timestamp(nanoseconds: .min)
  }

  /// The push was lost: calls that began at a moment or later may be missing.
  package mutating func open(since moment: Timestamp) {
    // A list that is under way goes on where it was, unless it would have to go back further: the
    // one after the settling shows what came meanwhile.
    if let start, moment >= start { return }
    start = moment
    listing = nil
  }

  /// The push is there: what is missing is to be listed now.
  package mutating func resume(at now: Timestamp) {
    guard start != nil else { return }
    due = now
    settledAt = now.advanced(by: Self.settling)
    lookups = 0
    backoff.reset()
  }

  /// A pushed row was taken for one that a list had shown: a list from now on tells whether there
  /// is another one like it.
  package mutating func lookUp(since moment: Timestamp, at now: Timestamp) {
    let isOpen = start != nil
    start = min(start ?? moment, moment)
    // A list is to come.
    if isOpen, listing == nil { return }
    // A busy PBX has a row under way to both at any time: not to list for ever, ever less often.
    let next = now.advanced(by: Self.settling * (1 << min(lookups, Self.slowest)))
    lookups += 1
    // The list that is under way may be past the place.
    settledAt = isOpen ? max(settledAt, next) : next
    due = settledAt
  }

  /// Whether a list has begun and not ended.
  package var isListing: Bool { listing != nil }

  /// The page to ask for, and whether a list begins with it.
  ///
  /// Nil where nothing is missing.
  package mutating func request(
    at now: Timestamp, in zone: PBXTimeZone
  ) -> (page: ListBillingRecords, isFirst: Bool)? {
    if let listing { return (listing.request, false) }
    guard let start else { return nil }
    let end = now.advanced(by: Self.lead + .nanoseconds(999_999_999))
    let request = ListBillingRecords(
      page: 1, pageSize: Self.pageSize, start: zone.format(start), end: zone.format(end))
    listing = Listing(startedAt: now, request: request)
    return (request, true)
  }

  /// Takes a page and says which of its rows count.
  package mutating func received(
    _ rows: [BillingRecord]
  ) throws(PBXError) -> [BillingRecord] {
    guard var listing else { return [] }
    backoff.reset()
    // A PBX that does not heed the page's number answers the same rows for ever.
    let isRepeated = !rows.isEmpty && rows == listing.lastRows
    guard rows.count >= Self.pageSize, !isRepeated else {
      finish(listing)
      return isRepeated ? [] : rows
    }
    guard listing.request.page < Self.pageLimit else {
      throw PBXError(
        operation: ListBillingRecords.name,
        cause: .undecodable("the list does not end within \(Self.pageLimit) pages"))
    }
    listing.request.page += 1
    listing.lastRows = rows
    self.listing = listing
    return rows
  }

  /// A page did not come: the list begins again after a while.
  package mutating func failed(at now: Timestamp, jitter: Double) {
    listing = nil
    due = now.advanced(by: backoff.delay(jitter: jitter))
  }

  private mutating func finish(_ finished: Listing) {
    listing = nil
    if finished.startedAt >= settledAt { start = nil } else { due = settledAt }
  }
}
