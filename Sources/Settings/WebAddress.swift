/// Checks addresses before anything is sent to them.
enum WebAddress {
  /// What is wrong with one, in words that go behind its name.
  struct Fault: Error, Hashable {
    var reason: String
    var advice: [String] = []
  }

  /// The address, where it has one of the schemes, a host, and nothing that must not be there.
  ///
  /// - Parameter example: one that is right.
  static func checked(
    _ text: String, schemes: [String], example: String
  ) throws(Fault) -> String {
    let names = schemes.map { "`\($0)://`" }.joined(separator: " or ")
    if text.unicodeScalars.contains("@") {
      // Not even a part is repeated: what looks like a host may be half a password.
      throw Fault(
        reason: "must not hold a user or a password: they show in lists of processes and in logs",
        advice: ["set `username`, and `CALLFLOW_PASSWORD` or a secrets file"])
    }
    if text.unicodeScalars.contains(where: { $0 == "?" || $0 == "#" }) {
      throw Fault(
        reason: "must end before any `?` or `#`: callflow adds what it sends",
        advice: ["write an address such as `\(example)`"])
    }
    let shown = ValueText.quoted(text)
    guard let separator = text.firstRange(of: "://"),
      schemes.contains(text[..<separator.lowerBound].lowercased())
    else {
      throw Fault(
        reason: "must begin with \(names), and is \(shown)",
        advice: ["write an address such as `\(example)`"])
    }
    let rest = text[separator.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
      isHostAndPort(authority)
    else {
      throw Fault(
        reason: "is no address with a host and, if any, a port from 1 to 65535: \(shown)",
        advice: ["write an address such as `\(example)`"])
    }
    return text
  }

  /// `host`, `host:port`, `[address of IPv6]` or that with a port.
  private static func isHostAndPort(_ text: Substring) -> Bool {
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return false }
      let address = text[text.index(after: text.startIndex)..<end]
      let isAddress =
        address.contains(":")
        && address.allSatisfy { $0.isASCII && ($0.isHexDigit || $0 == ":" || $0 == ".") }
      return isAddress && isPort(text[text.index(after: end)...])
    }
    let host = text.prefix { $0 != ":" }
    return !host.isEmpty && !host.contains("[") && !host.contains("]")
      && isPort(text[host.endIndex...])
  }

  /// Nothing, or a colon and a port.
  private static func isPort(_ text: Substring) -> Bool {
    if text.isEmpty { return true }
    let digits = text.dropFirst()
    guard text.hasPrefix(":"), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(digits)
    else { return false }
    return (1...65535).contains(port)
  }
}
