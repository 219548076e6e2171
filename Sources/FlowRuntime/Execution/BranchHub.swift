/// The real telephone system behind a test: one poller and one ledger for all its branches.
package struct BranchHub: TelephonyHub {
  private let environment: Environment
  private let poller: StatusPoller
  private let ledger: CallLedger

  package init(environment: Environment) {
    self.environment = environment
    self.poller = StatusPoller(service: environment.service, clock: environment.clock)
    self.ledger = CallLedger(start: environment.clock.now)
  }

  package func run() async {
    await poller.run()
  }

  package func makeBranch() -> sending any Telephony {
    Branch(environment: environment, poller: poller, ledger: ledger)
  }
}
