import NIOSSL

/// A file of certificates to trust that cannot be read.
struct UnreadableAuthority: Error, Hashable, CustomStringConvertible {
  var path: String

  var description: String { "`\(path)` is no readable file of certificates in PEM form" }
}

extension TLSConfiguration {
  /// A client's, which trusts the certificates of a PEM file, or the system's where it is nil.
  static func client(
    trusting authority: String?
  ) throws(UnreadableAuthority) -> TLSConfiguration {
    var configuration = makeClientConfiguration()
    guard let authority else { return configuration }
    do {
      configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(authority))
      return configuration
    } catch {
      throw UnreadableAuthority(path: authority)
    }
  }
}
