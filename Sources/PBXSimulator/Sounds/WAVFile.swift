/// A sound as a file: RIFF WAVE, 16 bit, mono, uncompressed.
struct WAVFile: Sendable {
  private static let headerSize = 44
  /// The sizes in the header have 32 bits; what is longer is cut off.
  private static let mostSamples = (Int(UInt32.max) - headerSize) / 2

  private let sound: Sound
  private let count: Int

  init(_ sound: Sound) {
    self.sound = sound
    count = min(sound.count, Self.mostSamples)
  }

  /// In bytes.
  var size: Int { Self.headerSize + 2 * count }

  /// The file as a whole.
  var bytes: [UInt8] { header + body(0..<count) }

  /// A part of the file: the header, or samples; nil behind the end.
  ///
  /// - Parameter number: from 0 on.
  func part(_ number: Int, samples: Int) -> [UInt8]? {
    guard number > 0 else { return header }
    let (start, isOverflow) = (number - 1).multipliedReportingOverflow(by: samples)
    guard !isOverflow, start < count else { return nil }
    return body(start..<min(count, start + samples))
  }

  private var header: [UInt8] {
    let dataSize = 2 * count
    return Array("RIFF".utf8) + Self.number(dataSize + Self.headerSize - 8, bytes: 4)
      + Array("WAVEfmt ".utf8) + Self.number(16, bytes: 4)
      // PCM, one channel.
      + Self.number(1, bytes: 2) + Self.number(1, bytes: 2)
      + Self.number(sound.rate, bytes: 4) + Self.number(2 * sound.rate, bytes: 4)
      + Self.number(2, bytes: 2) + Self.number(16, bytes: 2)
      + Array("data".utf8) + Self.number(dataSize, bytes: 4)
  }

  private func body(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * range.count)
    for sample in sound.samples(in: range) {
      let bits = UInt16(bitPattern: sample)
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
    }
    return bytes
  }

  /// The lowest byte first.
  private static func number(_ value: Int, bytes count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
