/// A function that asks the PBX or works on its records, one file each.
package protocol Query: Sendable {
  static var signature: FunctionSignature { get }
  static func evaluate(
    _ invocation: FunctionInvocation, in branch: Branch
  ) async throws(RuntimeFailure) -> Value
}
