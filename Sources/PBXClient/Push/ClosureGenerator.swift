/// Random numbers from wherever a closure takes them.
struct ClosureGenerator: RandomNumberGenerator {
  private let draw: @Sendable () -> UInt64

  init(_ draw: @escaping @Sendable () -> UInt64) {
    self.draw = draw
  }

  mutating func next() -> UInt64 { draw() }
}
