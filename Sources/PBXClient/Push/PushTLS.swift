import NIOSSL
import Synchronization

/// The TLS context of a push's connections: made once, for reading the authorities takes long.
final class PushTLS: Sendable {
  private let made = Mutex<(authority: String?, context: NIOSSLContext)?>(nil)

  /// The context that trusts the certificates of a PEM file, or the system's where it is nil.
  func context(trusting authority: String?) throws(PushFailure) -> NIOSSLContext {
    if let made = made.withLock({ $0 }), made.authority == authority { return made.context }
    let context = try Self.make(trusting: authority)
    made.withLock { $0 = (authority, context) }
    return context
  }

  private static func make(trusting authority: String?) throws(PushFailure) -> NIOSSLContext {
    do {
      return try NIOSSLContext(configuration: .client(trusting: authority))
    } catch let error as UnreadableAuthority {
      throw .configuration(error.description)
    } catch {
      throw .configuration("TLS cannot be set up: \(error)")
    }
  }
}
