package import FlowRuntime

/// Makes what a test runs against, a fresh one for each: PBX, phones, clock and executor.
package protocol TestBedProvider: Sendable {
  /// Sets a bed up, runs a body on it, and takes it down again.
  ///
  /// - Throws: what keeps the bed from being set up, or the body from coming to its end.
  func withBed<Result: Sendable>(
    seed: UInt64, _ body: @escaping @Sendable (Environment) async -> Result
  ) async throws -> Result
}
