package import PBXModel

/// What a script runs against: a PBX, its phones, a clock, and the settings of the run.
package struct Environment: Sendable {
  package var service: any PBXService
  /// Nil where the PBX's phones cannot be steered.
  package var lab: (any LabService)?
  package var clock: any PBXClock
  package var library: Library
  package var settings: ExecutionSettings
  /// Ends what computes without an end.
  package var watchdog: any Watchdog
  /// Seeds whatever is random in a test.
  package var seed: UInt64

  package init(
    service: any PBXService, lab: (any LabService)?, clock: any PBXClock, library: Library,
    settings: ExecutionSettings = ExecutionSettings(), watchdog: any Watchdog = Unwatched(),
    seed: UInt64
  ) {
    self.service = service
    self.lab = lab
    self.clock = clock
    self.library = library
    self.settings = settings
    self.watchdog = watchdog
    self.seed = seed
  }
}

/// The times that a script does not name itself.
package struct ExecutionSettings: Hashable, Sendable {
  package var pollInterval: Duration = .milliseconds(200)
  /// For a wait for a state or a record.
  package var waitLimit: Duration = .seconds(10)
  /// For a wait for a call's end.
  package var endedLimit: Duration = .seconds(60)
  /// For a `test` block without `timeout`.
  package var testLimit: Duration = .seconds(120)
  /// For the `teardown` of a test that was ended from outside: by its clock, and in real time.
  package var interruptedTeardownLimit: Duration = .seconds(5)
  /// How long a call may take to begin.
  package var beginLimit: Duration = .seconds(5)
  /// How long the clean-up re-reads the status until all is idle.
  package var cleanUpLimit: Duration = .seconds(5)
  /// In which the PBX writes times.
  package var zone: PBXTimeZone = .china

  package init() {}
}
