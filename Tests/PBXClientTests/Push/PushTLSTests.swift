import Foundation
import NIOSSL
import PBXModel
import TestThreads
import Testing

@testable import PBXClient

@Suite(.ownThreads, .timeLimit(.minutes(1))) struct `The connection of the push over TLS` {
  /// A certificate for this machine that nobody else signed, in a folder of its own.
  private struct Certificate {
    let folder: URL
    var path: String { folder.appending(path: "cert.pem").path }

    static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "push-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let process = Process()
      process.executableURL = URL(filePath: try #require(Self.openssl))
      process.arguments = [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
        "-keyout", folder.appending(path: "key.pem").path, "-out", path,
      ]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }

    func context() throws -> NIOSSLContext {
      try NIOSSLContext(
        configuration: .makeServerConfiguration(
          certificateChain: try NIOSSLCertificate.fromPEMFile(path).map { .certificate($0) },
          privateKey: .privateKey(
            try NIOSSLPrivateKey(file: folder.appending(path: "key.pem").path, format: .pem))))
    }
  }

  @Test(.enabled(if: Certificate.openssl != nil), arguments: [true, false])
  func `takes a certificate of the named authority, and no other`(isNamed: Bool) async throws {
    let certificate = try Certificate()
    defer { try? FileManager.default.removeItem(at: certificate.folder) }
    try await PushServer.run(tls: try certificate.context()) { peer in
      _ = try await peer.request()
      try await peer.send(PushServer.upgraded, PushServer.frame(1, Array("hello".utf8)))
      try await peer.end()
    } client: { address in
      let connector = PushServer.connector()
      if isNamed {
        let socket = try await connector.connect(
          to: address, certificateAuthority: certificate.path, token: "secret")
        #expect(try await socket.next() == .text(Array("hello".utf8)))
      } else {
        let failure = await #expect(throws: PushFailure.self) {
          _ = try await connector.connect(
            to: address, certificateAuthority: nil, token: "secret")
        }
        let text = failure?.error.description ?? ""
        #expect(text.contains("CERTIFICATE_VERIFY_FAILED"))
        #expect(!text.contains("secret"))
      }
    }
  }

  @Test(.enabled(if: Certificate.openssl != nil))
  func `reads the authorities once for all connections`() async throws {
    let certificate = try Certificate()
    let tls = PushTLS()
    let first = try tls.context(trusting: certificate.path)
    try FileManager.default.removeItem(at: certificate.folder)
    #expect(try tls.context(trusting: certificate.path) === first)
    #expect(try tls.context(trusting: nil) !== first)
  }

  @Test func `says which certificate file cannot be read`() async throws {
    let address = try #require(PushAddress("wss://127.0.0.1:8282"))
    let failure = await #expect(throws: PushFailure.self) {
      _ = try await PushServer.connector().connect(
        to: address, certificateAuthority: "/nowhere/ca.pem", token: "secret")
    }
    guard case .configuration(let reason) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(reason.contains("`/nowhere/ca.pem`"))
  }
}
