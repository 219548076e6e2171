/// Finds the one of some words that somebody meant by a misspelled one.
package typealias Speller = @Sendable (_ word: String, _ known: [String]) -> String?
