/// Why a server does not begin to serve.
package enum ServingError: Error, Hashable, Sendable, CustomStringConvertible {
  case cannotListen(address: String, port: Int, reason: String)
  case unusableFolder(path: String, reason: String)
  case unusableCertificate(path: String, reason: String)

  package var description: String {
    switch self {
    case .cannotListen(let address, let port, let reason):
      "cannot listen on `\(address)`, port \(port): \(reason)"
    case .unusableFolder(let path, let reason):
      "cannot use the folder of recordings `\(path)`: \(reason)"
    case .unusableCertificate(let path, let reason):
      "cannot use the certificate or key `\(path)`: \(reason)"
    }
  }
}
