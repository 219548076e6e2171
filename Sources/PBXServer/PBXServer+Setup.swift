import Logging
import NIOSSL
import PBXModel
import ServiceLifecycle

extension PBXServer {
  /// Serves until cancelled, or until `stop` returns and what is under way then has come to its
  /// end.
  package func run(
    until stop: @escaping @Sendable () async -> Void,
    onListening: @escaping @Sendable (_ port: Int, _ pushPort: Int) async -> Void
  ) async throws {
    var settings = ServiceGroupConfiguration(
      services: [Serving(server: self, onListening: onListening)], logger: Self.quiet(logger))
    settings.maximumGracefulShutdownDuration = configuration.limits.stopTime
    let services = ServiceGroup(configuration: settings)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        try await services.run()
        return true
      }
      group.addTask {
        await stop()
        await services.triggerGracefulShutdown()
        return false
      }
      while let hasServed = try await group.next(), !hasServed {}
      group.cancelAll()
    }
  }

  /// Where recordings come from, as configured.
  func recordingSource() throws(ServingError) -> any RecordingSource {
    let own = ServiceRecordings(service: service)
    guard let folder = configuration.recordings else { return own }
    return FolderBeforeService(folder: try RecordingFolder(path: folder), service: own)
  }

  /// Nil where nothing is to be encrypted.
  func tlsConfiguration() throws(ServingError) -> TLSConfiguration? {
    guard let files = configuration.tls else { return nil }
    let chain: [NIOSSLCertificateSource]
    do {
      chain = try NIOSSLCertificate.fromPEMFile(files.certificate).map { .certificate($0) }
    } catch {
      throw .unusableCertificate(
        path: files.certificate,
        reason: "it is no readable file with a certificate chain in PEM form")
    }
    let key: NIOSSLPrivateKey
    do {
      key = try NIOSSLPrivateKey(file: files.key, format: .pem)
    } catch {
      throw .unusableCertificate(
        path: files.key,
        reason: "it is no readable file with a private key in PEM form and without a password")
    }
    var settings = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain, privateKey: .privateKey(key))
    // Those before it are deprecated (RFC 8996).
    settings.minimumTLSVersion = .tlsv12
    do {
      // Made once more for the connections; a key of another certificate shows here.
      _ = try NIOSSLContext(configuration: settings)
    } catch {
      throw .unusableCertificate(
        path: files.key, reason: "it is not the key of the certificate `\(files.certificate)`")
    }
    return settings
  }

  /// The libraries' own messages, where something is wrong.
  static func quiet(_ logger: Logger) -> Logger {
    var logger = logger
    logger.logLevel = max(logger.logLevel, .warning)
    return logger
  }
}

/// A server as a service among others.
private struct Serving: Service {
  let server: PBXServer
  let onListening: @Sendable (_ port: Int, _ pushPort: Int) async -> Void

  func run() async throws {
    try await server.run(onListening: onListening)
  }
}
