/// Tones and pauses in turn, over and over: what a sound of this system consists of.
///
/// It is made as it is read; hours of it take no memory.
struct Sound: Hashable, Sendable {
  /// One tone, or a pause.
  struct Note: Hashable, Sendable {
    /// In hertz, nil for a pause.
    var frequency: Int?
    var samples: Int
  }

  /// Samples per second.
  let rate: Int
  let notes: [Note]
  /// How many samples it has in all.
  let count: Int
  private let cycle: Int

  /// - Parameter length: nil for the notes once.
  init(rate: Int, notes: [Note], length: Duration? = nil) {
    self.rate = rate
    self.notes = notes
    cycle = notes.reduce(0) { $0 + $1.samples }
    count = length.map { Self.samples(in: $0, at: rate) } ?? cycle
  }

  /// How many samples a duration has; what is finer is cut off.
  static func samples(in duration: Duration, at rate: Int) -> Int {
    let (seconds, attoseconds) = duration.components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let (whole, isOverflow) = Int(seconds).multipliedReportingOverflow(by: rate)
    let (sum, isCarried) = whole.addingReportingOverflow(
      Int(attoseconds / 1_000_000_000) * rate / 1_000_000_000)
    return isOverflow || isCarried ? .max : sum
  }

  /// The samples of a range, which has to lie within the sound.
  func samples(in range: Range<Int>) -> [Int16] {
    guard cycle > 0 else { return [Int16](repeating: 0, count: range.count) }
    var samples: [Int16] = []
    samples.reserveCapacity(range.count)
    var offset = range.lowerBound % cycle
    var note = 0
    while offset >= notes[note].samples {
      offset -= notes[note].samples
      note += 1
    }
    while samples.count < range.count {
      let end = min(notes[note].samples, offset + range.count - samples.count)
      for place in offset..<end {
        samples.append(Self.sample(place, of: notes[note].frequency, rate: rate))
      }
      offset = 0
      note = (note + 1) % notes.count
    }
    return samples
  }

  /// A quarter of the full scale: as loud as speech on a telephone.
  private static let amplitude = 8_000

  /// A wave of two parabolas, close to a sine: whole numbers, the same on every machine.
  private static func sample(_ place: Int, of frequency: Int?, rate: Int) -> Int16 {
    guard let frequency else { return 0 }
    let phase = place * frequency % rate
    let half = rate / 2
    let inHalf = phase % half
    let height = 4 * amplitude * inHalf * (half - inHalf) / (half * half)
    return Int16(clamping: phase < half ? height : -height)
  }
}
