/// A half-open stretch of a source file, in UTF-8 offsets; lines and columns are found when shown.
package struct SourceRange: Hashable, Sendable {
  package var lowerBound: UInt32
  package var upperBound: UInt32

  @inlinable
  package init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = UInt32(lowerBound)
    self.upperBound = UInt32(upperBound)
  }

  @inlinable package var start: Int { Int(lowerBound) }
  @inlinable package var end: Int { Int(upperBound) }
  @inlinable package var count: Int { end - start }
  @inlinable package var isEmpty: Bool { lowerBound == upperBound }

  /// The smallest range that covers both.
  @inlinable
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }
}
