/// Compares secrets in a time that does not tell where they differ.
enum ConstantTime {
  /// Whether they are the same; takes as long as what was given is long.
  static func isEqual(_ given: [UInt8], _ secret: [UInt8]) -> Bool {
    var difference = given.count ^ secret.count
    for (index, byte) in given.enumerated() {
      let expected = secret.isEmpty ? 0 : secret[index % secret.count]
      difference |= Int(byte ^ expected)
    }
    return difference == 0
  }
}
