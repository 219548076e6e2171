import ArgumentParser

extension OptionText {
  /// A TCP port.
  static func port(_ text: String) throws -> Int {
    guard let port = UInt16(text) else {
      throw ValidationError("write a whole number from 0 to \(UInt16.max)")
    }
    return Int(port)
  }
}
