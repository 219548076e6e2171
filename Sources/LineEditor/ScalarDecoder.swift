/// Makes Unicode scalars of UTF-8 bytes that come one at a time.
struct ScalarDecoder {
  enum Step: Hashable {
    /// The scalar needs more bytes.
    case incomplete
    case scalar(Unicode.Scalar)
    /// The bytes so far were no UTF-8; the byte just fed may begin something new.
    case invalid(isConsumed: Bool)
  }

  private var bytes: [UInt8] = []
  private var expectedCount = 0

  mutating func feed(_ byte: UInt8) -> Step {
    if bytes.isEmpty { return begin(byte) }
    guard byte & 0xc0 == 0x80 else {
      bytes = []
      return .invalid(isConsumed: false)
    }
    bytes.append(byte)
    guard bytes.count == expectedCount else { return .incomplete }
    defer { bytes = [] }
    // Overlong forms, surrogates and values beyond U+10FFFF are left to the standard library.
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) { return .scalar(scalar) }
    return .invalid(isConsumed: true)
  }

  private mutating func begin(_ byte: UInt8) -> Step {
    switch byte {
    case ..<0x80: return .scalar(Unicode.Scalar(byte))
    case 0xc2..<0xe0: expectedCount = 2
    case 0xe0..<0xf0: expectedCount = 3
    case 0xf0..<0xf5: expectedCount = 4
    default: return .invalid(isConsumed: true)
    }
    bytes = [byte]
    return .incomplete
  }
}
