import DequeModule
import PBXModel

/// The tokens of one kind that are good, no more than a limit and no longer than their life.
///
/// All of a book live equally long, so that the oldest is always the first to end. Where one more
/// does not fit, the oldest goes.
struct TokenBook<Content: Sendable>: Sendable {
  private struct Entry: Sendable {
    var secret: Token.Secret
    var end: Timestamp
    var content: Content
  }

  private let life: Duration
  private let limit: Int
  private var entries: [Token.Selector: Entry] = [:]
  /// In the order of their issue; one that was taken still stands here until its time has come.
  private var order: Deque<(selector: Token.Selector, end: Timestamp)> = []

  init(life: Duration, limit: Int) {
    self.life = life
    self.limit = max(1, limit)
  }

  /// So many are held.
  var count: Int { order.count }

  /// Takes in a token, good from now on.
  mutating func add(_ token: Token, _ content: Content, at now: Timestamp) {
    while let first = order.first, first.end <= now || order.count >= limit {
      order.removeFirst()
      entries[first.selector] = nil
    }
    let end = now.advanced(by: life)
    entries[token.selector] = Entry(secret: token.secret, end: end, content: content)
    order.append((token.selector, end))
  }

  /// What stands under a token; nil where it is not good, or no longer.
  func content(of token: Token, at now: Timestamp) -> Content? {
    guard let entry = entries[token.selector], entry.secret.isEqual(to: token.secret),
      entry.end > now
    else { return nil }
    return entry.content
  }

  /// None is good any more.
  mutating func removeAll() {
    entries = [:]
    order = []
  }

  /// Takes a token out, so that it is good only once; false where it is not good, or where what
  /// stands under it is not as asked, and then it stays.
  mutating func take(
    _ token: Token, at now: Timestamp, where isAsked: (Content) -> Bool
  ) -> Bool {
    guard let content = content(of: token, at: now), isAsked(content) else { return false }
    entries[token.selector] = nil
    return true
  }
}
