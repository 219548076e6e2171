import PBXModel
import TestThreads
import Testing

@testable import PBXServer

@Suite(.ownThreads, .timeLimit(.minutes(1)))
struct TLSTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(2).map { "/\($0)" }.joined()
    + "/ContractTests/Fixtures/tls"
  private static let files = PBXServer.TLSFiles(
    certificate: folder + "/certificate.pem", key: folder + "/key.pem")

  private static let alert: UInt8 = 21
  private static let handshake: UInt8 = 22

  /// What a client says first that knows no version but one (RFC 5246, section 7.4.1.2).
  private static func clientHello(minorVersion: UInt8) -> [UInt8] {
    func sized(_ bytes: [UInt8]) -> [UInt8] {
      [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
    }
    // ECDHE with ECDSA, by AES in CBC and in GCM.
    let suites: [UInt8] = [0xC0, 0x09, 0xC0, 0x2B]
    // The groups P-256 and X25519, and ECDSA with SHA-256 for signatures.
    let groups = [0, 10] + sized(sized([0, 23, 0, 29]))
    let signatures = [0, 13] + sized(sized([4, 3]))
    let random = [UInt8](repeating: 7, count: 32)
    let body: [UInt8] =
      [3, minorVersion] + random + [0] + sized(suites) + [1, 0] + sized(groups + signatures)
    return [handshake, 3, 1] + sized([1, 0] + sized(body))
  }

  @Test(arguments: [(1, alert), (2, alert), (3, handshake)] as [(UInt8, UInt8)])
  func `no TLS before 1.2 is spoken`(minorVersion: UInt8, kind: UInt8) async throws {
    let hello = Self.clientHello(minorVersion: minorVersion)
    try await TestServer.run(StubPBX(), configure: { $0.tls = Self.files }) { server in
      try await Wire.connect(to: server.port) { wire in
        try await wire.send(hello)
        let first = try await wire.readByte()
        #expect(first == kind)
      }
    }
  }
}
