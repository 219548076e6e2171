/// Derives a test's seed, so that it repeats whatever runs beside it.
///
/// FNV-1a (64 bit) over the run's seed (8 bytes, little-endian), the file's last path component,
/// a zero byte and the test's planned name, finished by the mixer of SplitMix64. Part of what
/// `--seed` promises: it never changes.
package enum TestSeed {
  package static func derive(run: UInt64, file: String, test: String) -> UInt64 {
    var hash = FNV1a()
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      hash.combine(UInt8(truncatingIfNeeded: run >> shift))
    }
    let lastComponent = file.utf8.lastIndex(of: UInt8(ascii: "/")).map(file.utf8.index(after:))
    for byte in file.utf8[(lastComponent ?? file.utf8.startIndex)...] { hash.combine(byte) }
    hash.combine(0)
    for byte in test.utf8 { hash.combine(byte) }
    return mixed(hash.value)
  }

  private struct FNV1a {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func combine(_ byte: UInt8) {
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
