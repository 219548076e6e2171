/// Whether a state holds, as far as the samples tell.
package enum StateAnswer: Hashable, Sendable {
  case holds
  /// It has passed, which a later state proves; only a wait may take that.
  case inferred(from: String)
  case pending
  /// It can no longer come.
  case over(reason: String)
  /// Nothing of it appeared in the time that a beginning may take.
  case neverBegan(of: String)
  case notObservable(what: String, instead: String)
  /// The number is no extension, and in no call of the test.
  case unknownExtension(String)
}
