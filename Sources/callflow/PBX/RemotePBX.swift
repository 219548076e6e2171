import FlowRunner
import FlowRuntime
import PBXClient
import PBXModel
import PBXServer
import Settings

/// A PBX that the settings name, ready to be signed in to.
struct RemotePBX: Sendable {
  let configuration: PBXClient.Configuration
  let settings: Settings

  /// Nil where the settings name the simulator inside the program.
  ///
  /// Throws where the address cannot be used or something to sign in with is missing.
  init?(_ settings: Settings) throws(RunProblem) {
    guard case .address(let text) = settings.target.value else { return nil }
    guard let address = PBXAddress(text) else {
      throw .badSettings(
        "`\(text)` is no address of a PBX", notes: ["write it like `https://pbx.example:8443`"],
        isInFile: false)
    }
    var missing: [String] = []
    func required<Value>(_ setting: Setting<Value>?, _ key: String) -> Value? {
      if setting == nil { missing.append(key) }
      return setting?.value
    }
    let clientID = required(settings.clientID, SettingKey.clientID.rawValue)
    let clientSecret = required(settings.clientSecret, SecretKey.clientSecret.rawValue)
    let username = required(settings.username, SettingKey.username.rawValue)
    let password = required(settings.password, SecretKey.password.rawValue)
    guard let clientID, let clientSecret, let username, let password else {
      throw .missingCredentials(missing, of: address.base)
    }
    var configuration = PBXClient.Configuration(
      address: address,
      credentials: Credentials(
        clientID: clientID, clientSecret: clientSecret.reveal(), username: username,
        password: password.reveal()))
    configuration.certificateAuthority = settings.certificateAuthority?.value
    configuration.connectTimeout = settings.connectTimeout.value
    configuration.answerTimeout = settings.answerTimeout.value
    configuration.push = settings.push.flatMap { PushAddress($0.value) }
    configuration.zone = settings.zone.value
    configuration.longestCall = settings.longestCall.value
    self.configuration = configuration
    self.settings = settings
  }

  /// The times that scripts do not name themselves.
  var execution: ExecutionSettings {
    var execution = ExecutionSettings()
    execution.pollInterval = settings.poll.value
    execution.zone = settings.zone.value
    return execution
  }

  /// Signs in, finds out whether the PBX has a lab, and hands a client to a body.
  ///
  /// Throws where the PBX cannot be reached, refuses to sign in, or stands still: a lab whose time
  /// passes only when it is told to.
  func withClient<Result: Sendable>(
    _ body: @escaping @Sendable (_ client: PBXClient, _ hasLab: Bool) async -> Result
  ) async throws(RunProblem) -> Result {
    let outcome: Swift.Result<Result, RunProblem>
    do {
      outcome = try await PBXClient.withClient(configuration) { client in
        do throws(RunProblem) {
          let hasLab = try await greet(client)
          return .success(await body(client, hasLab))
        } catch {
          return .failure(error)
        }
      }
    } catch {
      throw .unusableClient((error as? PBXError)?.reason ?? "\(error)")
    }
    return try outcome.get()
  }

  /// Signs in, and answers whether the phones can be steered.
  private func greet(_ client: PBXClient) async throws(RunProblem) -> Bool {
    let address = configuration.address.base
    do throws(PBXError) {
      try await client.signIn()
    } catch {
      throw .unusablePBX(address, error)
    }
    guard settings.lab.value == .auto, let time = try await labTime(of: client) else {
      return false
    }
    if time.mode == .virtual { throw .standingPBX(address) }
    return true
  }

  /// Nil where the PBX has no lab, as one in use has none.
  private func labTime(of client: PBXClient) async throws(RunProblem) -> LabTime? {
    do throws(PBXError) {
      return try await client.labTime()
    } catch {
      switch error.cause {
      case .unknownOperation, .unsupported, .notTheAPI, .undecodable, .unexpectedStatus: return nil
      case .refused, .invalidParameters, .noRecording, .notSignedIn, .wrongCredentials,
        .connection, .timeout, .cancelled, .lab:
        throw .unusablePBX(configuration.address.base, error)
      }
    }
  }

  /// What one may not have meant; nil where there is nothing of the kind.
  var warning: String? {
    let address = configuration.address
    if address.isSecure || LoopbackAddress.contains(address.host) { return nil }
    return "the password goes to `\(address)` unencrypted; write `https://` where the PBX has it"
  }
}

extension PBXError {
  /// What was wrong, without where.
  fileprivate var reason: String {
    if case .connection(let text) = cause { text } else { "\(cause)" }
  }
}
