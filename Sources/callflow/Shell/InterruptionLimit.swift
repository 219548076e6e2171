import FlowRuntime

/// Ends what the shell computes once the user has left it.
struct InterruptionLimit: Watchdog {
  let interruptions: InterruptionWatch

  var expiry: Expiry? { interruptions.interruption == nil ? nil : .interrupted }

  func beginTeardown(limit: Duration) {}
}
