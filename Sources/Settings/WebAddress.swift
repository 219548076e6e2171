import PBXModel

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
    _ text: String, schemes: [NetworkAddress.Scheme], example: String
  ) throws(Fault) -> String {
    do throws(NetworkAddress.Fault) {
      _ = try NetworkAddress(text, of: schemes)
      return text
    } catch {
      throw fault(error, of: text, schemes: schemes, example: example)
    }
  }

  private static func fault(
    _ fault: NetworkAddress.Fault, of text: String, schemes: [NetworkAddress.Scheme],
    example: String
  ) -> Fault {
    let advice = ["write an address such as `\(example)`"]
    switch fault {
    case .user:
      // Not even a part is repeated: what looks like a host may be half a password.
      return Fault(
        reason: "must not hold a user or a password: they show in lists of processes and in logs",
        advice: ["set `username`, and `CALLFLOW_PASSWORD` or a secrets file"])
    case .query:
      return Fault(
        reason: "must end before any `?` or `#`: callflow adds what it sends", advice: advice)
    case .scheme:
      let names = schemes.map { "`\($0.rawValue)://`" }.joined(separator: " or ")
      return Fault(
        reason: "must begin with \(names), and is \(ValueText.quoted(text))", advice: advice)
    case .place:
      return Fault(
        reason: "is no address with a host and, if any, a port from 1 to 65535: "
          + ValueText.quoted(text), advice: advice)
    }
  }
}
