package import ArgumentParser
package import FlowRunner
import PBXServer
import Settings
import WorldFile

/// `callflow serve`.
package struct ServeCommand: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the PBX simulator as the HTTP API.",
    discussion: """
      The API lies below /dscom-api/public, the billing push at /?user_id=billing, recordings \
      below /monitor/ and /voicemail/. What a client needs is written to standard output, ready \
      for a shell; the log goes to standard error.

      EXAMPLES
        callflow serve
        callflow serve --port 0 --lab --time virtual --seed 7
        callflow serve --tls-cert cert.pem --tls-key key.pem --push-port 8282
        callflow serve --recordings /var/spool/asterisk --token-life 5m
        callflow serve --accounts accounts.yaml --listen 0.0.0.0
        callflow serve --world callcentre.yaml
      """)

  @Option(
    help: ArgumentHelp("The address to listen on.", valueName: "address"))
  var listen: String = "127.0.0.1"

  @Option(
    parsing: .unconditional,
    help: "The port to listen on; 0 for any that is free.", transform: OptionText.port)
  var port: Int = 8080

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A port of its own for the billing push; 0 for any that is free.", valueName: "port"),
    transform: OptionText.port)
  var pushPort: Int?

  @Option(help: ArgumentHelp("The certificate chain for HTTPS, in PEM.", valueName: "file"))
  var tlsCert: String?

  @Option(help: ArgumentHelp("The certificate's key, in PEM.", valueName: "file"))
  var tlsKey: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long an access token is good for.", valueName: "duration"),
    transform: OptionText.realDuration)
  var tokenLife: Duration = .seconds(1800)

  @Option(
    help: ArgumentHelp("A folder that holds monitor/ and voicemail/.", valueName: "folder"))
  var recordings: String?

  @Option(
    help: ArgumentHelp(
      "A YAML file with the clients and users to let in, readable by you alone (chmod 600).",
      valueName: "file"))
  var accounts: String?

  @OptionGroup var simulated: WorldOptions

  @Flag(help: "Offer the lab below /lab/v1: phones' behaviour, outside callers, virtual time.")
  var lab = false

  @Option(
    help: """
      Whether time passes by itself, as scripts need it, or only when the lab is told to advance.
      """)
  var time: TimeMode = .real

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Seeds whatever is random in the simulator (default: the world's, or 1).",
      valueName: "seed"),
    transform: OptionText.seed)
  var seed: UInt64?

  @Option(help: "What is logged; info is a line for each request.")
  var logLevel: LogDetail = .notice

  package init() {}

  package var misuse: String? {
    if lab, !LoopbackAddress.contains(listen) {
      return "Give --lab only with a --listen address of this machine alone, such as 127.0.0.1."
    }
    if (tlsCert == nil) != (tlsKey == nil) { return "Give --tls-cert and --tls-key together." }
    if let pushPort, pushPort == port, port != 0 {
      return "Give --push-port another port than --port, or leave it out."
    }
    return nil
  }

  package func execute(in system: System) async -> RunStatus {
    var settings = PBXServer.Configuration()
    settings.address = listen
    settings.port = port
    settings.pushPort = pushPort
    if let tlsCert, let tlsKey {
      settings.tls = PBXServer.TLSFiles(certificate: tlsCert, key: tlsKey)
    }
    settings.tokenLife = tokenLife
    settings.recordings = recordings
    let known: ServedAccounts
    let described: DescribedWorld
    do throws(RunProblem) {
      described = try WorldLoader(system: system).world(at: simulated.world)
      known =
        try accounts.map { path throws(RunProblem) in
          let file = try SettingsLoader(system: system).accounts(at: path)
          return .secret(Accounts(clients: file.clients, users: file.users))
        } ?? .builtIn
    } catch {
      return system.reject(error)
    }
    let session = ServeSession(
      system: system, settings: settings, accounts: known, world: described.world,
      offersLab: lab, time: time, seed: seed ?? described.seed ?? RunSettings.defaultSeed,
      logLevel: logLevel.level)
    return await session.run()
  }
}
