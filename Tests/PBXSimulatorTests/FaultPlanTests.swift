import PBXModel
import Testing

@testable import PBXSimulator

struct FaultPlanTests {
  private static let start = Timestamp.virtualStart

  private static func plan(_ faults: Fault..., seed: UInt64 = 1) -> FaultPlan {
    var plan = FaultPlan(seed: seed, at: start)
    for fault in faults { _ = plan.inject(fault, at: start) }
    return plan
  }

  private static func outcomes(
    _ plan: inout FaultPlan, _ count: Int, on operation: String = Dial.name
  ) -> [FaultVerdict.Outcome] {
    (0..<count).map { _ in plan.verdict(on: operation, at: start).outcome }
  }

  @Test func `without faults all passes`() {
    var plan = Self.plan()
    #expect(plan.verdict(on: Dial.name, at: Self.start) == FaultVerdict(.passes))
    #expect(plan.pushVerdict(at: Self.start) == PushVerdict())
  }

  @Test func `there may be so many faults, and others when some are over`() {
    var plan = Self.plan()
    let fault = Fault(.page, on: Dial.name, times: 1)
    let first = (0..<FaultPlan.limit + 1).map { _ in plan.inject(fault, at: Self.start) }
    #expect(first == Array(repeating: true, count: FaultPlan.limit) + [false])
    #expect(Self.outcomes(&plan, 1) == [.page])
    let others = (0..<2).map { _ in plan.inject(fault, at: Self.start) }
    #expect(others == [true, false])
  }

  @Test func `a fault happens so many times, to its operation alone`() {
    var plan = Self.plan(Fault(.refusal(600001), on: Dial.name, times: 2))
    #expect(Self.outcomes(&plan, 1, on: Hangup.name) == [.passes])
    #expect(Self.outcomes(&plan, 3) == [.refusal(600001), .refusal(600001), .passes])
  }

  @Test func `a fault holds for its time, its end excluded`() {
    var plan = Self.plan(Fault(.page, span: .seconds(3)))
    let last = Self.start.advanced(by: .milliseconds(2999))
    #expect(plan.verdict(on: Dial.name, at: last).outcome == .page)
    let end = Self.start.advanced(by: .seconds(3))
    #expect(plan.verdict(on: Dial.name, at: end).outcome == .passes)
  }

  @Test func `a chance is met about as often as it says, and the seed decides when`() {
    var plans = [1, 1, 2].map { Self.plan(Fault(.disconnection, chance: 20), seed: $0) }
    let outcomes = plans.indices.map { Self.outcomes(&plans[$0], 1000) }
    #expect(outcomes[0] == outcomes[1])
    #expect(outcomes[0] != outcomes[2])
    #expect((160...240).contains(outcomes[0].count { $0 == .disconnection }))
  }

  @Test func `the first fault decides, and the others are saved for later`() {
    var plan = Self.plan(
      Fault(.page, times: 1), Fault(.refusal(600001), on: Dial.name, times: 1))
    #expect(Self.outcomes(&plan, 3) == [.page, .refusal(600001), .passes])
  }

  @Test func `delays add up and stay within their jitter`() {
    var plan = Self.plan(
      Fault(.delay(.milliseconds(100), jitter: .zero)),
      Fault(.delay(.milliseconds(200), jitter: .milliseconds(50)), on: Dial.name))
    #expect(plan.verdict(on: Hangup.name, at: Self.start).delay == .milliseconds(100))
    let delays = (0..<50).map { _ in plan.verdict(on: Dial.name, at: Self.start).delay }
    #expect(delays.allSatisfy { (.milliseconds(300) ... .milliseconds(350)).contains($0) })
    #expect(Set(delays).count > 40)
  }

  @Test func `while the network is down nothing passes, and nothing else is used up`() {
    var plan = Self.plan(Fault(.page, times: 1), Fault(.networkDown, span: .seconds(1)))
    #expect(plan.isNetworkDown(at: Self.start))
    #expect(Self.outcomes(&plan, 2) == [.disconnection, .disconnection])
    let end = Self.start.advanced(by: .seconds(1))
    #expect(plan.networkReturn(at: Self.start) == end)
    #expect(!plan.isNetworkDown(at: end))
    #expect(plan.verdict(on: Dial.name, at: end).outcome == .page)
  }

  @Test func `clearing ends all, restoring brings the world's own back`() {
    var plan = FaultPlan(standing: [Fault(.page, times: 1)], seed: 1, at: Self.start)
    #expect(Self.outcomes(&plan, 2) == [.page, .passes])
    _ = plan.inject(Fault(.disconnection), at: Self.start)
    plan.clear()
    #expect(Self.outcomes(&plan, 1) == [.passes])
    _ = plan.inject(Fault(.disconnection), at: Self.start)
    plan.restore(at: Self.start)
    #expect(Self.outcomes(&plan, 2) == [.page, .passes])
  }

  @Test(arguments: [
    Fault(.refusal(600002), on: Dial.name), Fault(.refusal(600001)),
    Fault(.refusal(600001), on: ListEndpoints.name), Fault(.page, on: "call/dail"),
    Fault(.page, times: 0), Fault(.page, chance: 0), Fault(.page, chance: 101),
    Fault(.networkDown, chance: 5), Fault(.networkDown, times: 1),
    Fault(.droppedPush, on: Dial.name),
  ])
  func `what can never happen has a flaw`(fault: Fault) {
    #expect(fault.flaw != nil)
  }

  @Test(
    arguments: InjectFault.examples.map(\.fault) + [
      Fault(.refusal(600000), on: Dial.name), Fault(.page, on: "recording", chance: 5),
      Fault(.delayedPush(.seconds(2), jitter: .seconds(1)), times: 3, span: .seconds(9)),
      Fault(.droppedPush, chance: 1), Fault(.duplicatedPush), Fault(.disconnection),
    ])
  func `a fault is the same behind its parameters`(fault: Fault) throws {
    #expect(fault.flaw == nil)
    #expect(try InjectFault(parameters: InjectFault(fault: fault).parameters).fault == fault)
  }

  @Test func `an operation is known by its whole name and by its last word`() {
    #expect(Fault.operation(named: "dial") == "call/dial")
    #expect(Fault.operation(named: "login") == "agent/login")
    #expect(Fault.operation(named: "cdr") == "cdr")
    #expect(Fault.operation(named: "endpoint") == nil)
    #expect(Set(Fault.operationWords).count == Fault.operationWords.count)
  }
}
