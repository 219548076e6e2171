package import PBXModel

package struct Before: Sendable {}
package actor StatusPoller {}
package struct CallLedger {}
struct Leg {}
struct ConditionWait {}
struct RecordWait {}
extension Branch {
  func standIn(forCall id: Int) throws(RuntimeFailure) -> Party {
    throw TelephonyFailure.noLab.failure
  }
  package func sampleBefore(_ numbers: [String]) async throws(RuntimeFailure) -> Before { Before() }
  package func perform<R: Sendable>(
    naming: [String], _ body: (any PBXService) async throws(PBXError) -> R
  ) async throws(RuntimeFailure) -> R {
    do { return try await body(environment.service) } catch {
      throw TelephonyFailure.operation(error).failure
    }
  }
  package func performInLab<R: Sendable>(
    _ body: (any LabService) async throws(PBXError) -> R
  ) async throws(RuntimeFailure) -> R {
    guard let lab = environment.lab else { throw TelephonyFailure.noLab.failure }
    do { return try await body(lab) } catch { throw TelephonyFailure.operation(error).failure }
  }
  package func beginCall(from: String, to: String, uniqueid: String, before: Before) -> Value {
    .null
  }
  package func beginIncomingCall(
    from: String, to: String, via: String?, uniqueid: String, before: Before
  ) -> Value { .null }
  package func handOn(from: Party, to: String, before: Before) {}
  package func handOn(from: Party, toApplication: String) {}
  package func beginConsultation(of: Party, with: String, before: Before) {}
  package func cancelConsultation(of: Party) {}
  package func hangUp(_ party: Party) {}
  package func endpoint(_ number: String) async throws(RuntimeFailure) -> Value { .null }
  package func endpoints() async throws(RuntimeFailure) -> Value { .null }
  package func callRecords(_ request: ListCallRecords) async throws(RuntimeFailure) -> Value {
    .null
  }
}
extension MapValue { var json: JSONObject { JSONObject() } }
extension APIErrorCode { var meaning: (chinese: String, english: String)? { nil } }
extension CallRecord {
  package enum Outcome: String { case answered }; package var outcome: Outcome { .answered }
}
