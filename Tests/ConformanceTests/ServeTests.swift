import FlowRunner
import Foundation
import TestThreads
import Testing
import callflow

/// `callflow serve`, as far as the command line and the process go.
@Suite(.ownThreads)
struct ServeTests {
  @Test(arguments: [
    (["--lab", "--listen", "0.0.0.0"], "Give --lab only with a --listen address"),
    (["--tls-cert", "cert.pem"], "Give --tls-cert and --tls-key together"),
    (["--tls-key", "key.pem"], "Give --tls-cert and --tls-key together"),
    (["--port", "65536"], "a whole number from 0 to 65535"),
    (["--port", "8080", "--push-port", "8080"], "Give --push-port another port"),
    (["--token-life", "0"], "such as 90, 60s, 5m or 1h"),
  ])
  func `wrong use is answered with what is wrong`(arguments: [String], answer: String) async {
    let run = await ProgramRun.run(["serve"] + arguments, in: Repository.fixtures)
    #expect(run.status == .usage)
    #expect(run.errors.contains(answer), "\(run.errors)")
  }

  @Test(arguments: [
    (["--recordings", "/nowhere"], RunStatus.invalid),
    (["--tls-cert", "/nowhere.pem", "--tls-key", "/nowhere.pem"], .invalid),
    (["--listen", "192.0.2.1"], .inconclusive), (["--listen", "no..name"], .inconclusive),
  ])
  func `a server that cannot begin says why`(
    arguments: [String], status: RunStatus
  ) async {
    let run = await ProgramRun.run(["serve", "--port", "0"] + arguments, in: Repository.fixtures)
    #expect(run.status == status)
    #expect(
      run.errors.hasPrefix("error: cannot ") && !run.errors.contains("go on serving"),
      "\(run.errors)")
    #expect(!run.errors.contains("warning"), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func `a certificate's file that is none is named, and so is a key that is none`() async {
    let certificate = Repository.root + "/Tests/ContractTests/Fixtures/tls/certificate.pem"
    for (arguments, reason) in [
      (["--tls-cert", "/dev/null", "--tls-key", "/dev/null"], "a certificate chain in PEM form"),
      (["--tls-cert", certificate, "--tls-key", certificate], "a private key in PEM form"),
    ] {
      let run = await ProgramRun.run(["serve", "--port", "0"] + arguments, in: Repository.fixtures)
      #expect(run.status == .invalid)
      #expect(run.errors.contains(reason), "\(run.errors)")
    }
  }

  @Test func `help has examples`() async {
    let run = await ProgramRun.run(["serve", "--help"], in: Repository.fixtures)
    #expect(run.output.contains("EXAMPLES\n  callflow serve"))
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func `a server says what a client needs, and ends with a signal`(
    signal: Int32, status: Int32
  ) throws {
    let (process, output, errors) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: Repository.program)
    process.arguments = ["serve", "--port", "0", "--lab", "--time", "virtual"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let address = try #require(
      text.firstMatch(of: /CALLFLOW_PBX=(http:\/\/127.0.0.1:[0-9]+\/dscom-api\/public)\n/))
    #expect(text.contains("export CALLFLOW_PUSH=ws://127.0.0.1:"))
    for name in ["CLIENT_ID", "CLIENT_SECRET", "USERNAME", "PASSWORD"] {
      #expect(text.contains("export CALLFLOW_\(name)="))
    }
    kill(process.processIdentifier, signal)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == status)
    #expect(said.contains("serving the PBX simulator at \(address.1)"))
    #expect(!said.contains("warning"), "\(said)")
  }
}
