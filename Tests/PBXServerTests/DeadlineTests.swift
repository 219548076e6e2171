import NIOCore
import Testing

@testable import PBXServer

struct DeadlineTests {
  private static func moment(_ seconds: Int64) -> NIODeadline {
    .uptimeNanoseconds(1) + .seconds(seconds)
  }

  private static var limits: PBXServer.Limits {
    var limits = PBXServer.Limits()
    limits.headTime = .seconds(10)
    limits.idleTime = .seconds(60)
    limits.bodyTime = .seconds(30)
    limits.writeTime = .seconds(20)
    limits.closeTime = .seconds(2)
    return limits
  }

  private var deadlines = ConnectionDeadlines(limits: limits, at: moment(0))

  private func ends(_ deadlines: ConnectionDeadlines, at second: Int64) -> Bool {
    !deadlines.isExpired(at: Self.moment(second) - .nanoseconds(1))
      && deadlines.isExpired(at: Self.moment(second))
  }

  @Test func `the first head has its time from the connection on`() {
    #expect(ends(deadlines, at: 10))
  }

  @Test mutating func `a body has its time from its head on`() {
    deadlines.receiveHead(at: Self.moment(5))
    #expect(ends(deadlines, at: 35))
  }

  @Test mutating func `work on a request takes as long as it takes`() {
    deadlines.receiveHead(at: Self.moment(5))
    deadlines.receiveEnd(at: Self.moment(6))
    #expect(!deadlines.isExpired(at: Self.moment(100_000)))
  }

  @Test mutating func `an answer has its time to leave, and the next head its own`() {
    deadlines.receiveHead(at: Self.moment(5))
    deadlines.receiveEnd(at: Self.moment(6))
    deadlines.writeEnd(at: Self.moment(100))
    #expect(ends(deadlines, at: 120))
    deadlines.sent(at: Self.moment(101))
    #expect(ends(deadlines, at: 160))
  }

  @Test mutating func `what waits to leave has its time anew whenever some of it has left`() {
    deadlines.receiveHead(at: Self.moment(5))
    deadlines.receiveEnd(at: Self.moment(5))
    deadlines.changeWritability(to: false, at: Self.moment(10))
    #expect(ends(deadlines, at: 30))
    deadlines.changeWritability(to: true, at: Self.moment(25))
    #expect(!deadlines.isExpired(at: Self.moment(1000)))
    deadlines.changeWritability(to: false, at: Self.moment(1000))
    #expect(ends(deadlines, at: 1020))
  }

  @Test mutating func `a body that comes ahead of its turn has its time when it is its turn`() {
    deadlines.receiveHead(at: Self.moment(0))
    deadlines.receiveEnd(at: Self.moment(0))
    deadlines.receiveHead(at: Self.moment(1))
    #expect(!deadlines.isExpired(at: Self.moment(1000)))
    deadlines.writeEnd(at: Self.moment(1000))
    deadlines.sent(at: Self.moment(1000))
    #expect(ends(deadlines, at: 1030))
  }

  @Test mutating func `a body that nobody wants has to end, too`() {
    deadlines.receiveHead(at: Self.moment(0))
    deadlines.writeEnd(at: Self.moment(1))
    deadlines.sent(at: Self.moment(1))
    #expect(ends(deadlines, at: 30))
    deadlines.receiveEnd(at: Self.moment(10))
    #expect(ends(deadlines, at: 70))
  }

  @Test(arguments: [true, false])
  mutating func `a body that was answered already does not hold up an end`(
    wasStopping: Bool
  ) {
    deadlines.receiveHead(at: Self.moment(0))
    if wasStopping { deadlines.stop(at: Self.moment(0)) }
    #expect(!deadlines.isDiscarding)
    deadlines.writeEnd(at: Self.moment(1))
    deadlines.sent(at: Self.moment(1))
    if !wasStopping { deadlines.stop(at: Self.moment(1)) }
    #expect(deadlines.isDiscarding)
    #expect(ends(deadlines, at: 3))
    deadlines.receiveEnd(at: Self.moment(2))
    #expect(deadlines.isDone)
  }

  @Test mutating func `a connection that is to stop is done when its last answer has left`() {
    deadlines.receiveHead(at: Self.moment(0))
    deadlines.stop(at: Self.moment(0))
    deadlines.receiveEnd(at: Self.moment(0))
    #expect(!deadlines.isDone)
    deadlines.writeEnd(at: Self.moment(1))
    #expect(!deadlines.isDone)
    deadlines.sent(at: Self.moment(1))
    #expect(deadlines.isDone)
  }
}
