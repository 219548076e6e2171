import PBXClient
import PBXModel
import Testing

@Suite struct `The liveness of the push` {
  @Test func `sends a ping every 20 seconds and gives a silent peer up after two`() {
    var liveness = PushLiveness(at: .at(0))
    #expect(liveness.due(at: .at(0)) == nil)
    #expect(liveness.deadline == .at(20))
    liveness.waits(at: .at(0))
    liveness.waited(for: nil, at: .at(20))
    #expect(liveness.due(at: .at(20)) == .ping(Array("1".utf8)))
    liveness.waits(at: .at(20))
    liveness.waited(for: nil, at: .at(40))
    #expect(liveness.due(at: .at(40)) == .lost)
    #expect(liveness.goodAt == .at(0))
  }

  @Test func `takes any frame for a sign of life`() {
    var liveness = PushLiveness(at: .at(0))
    liveness.waits(at: .at(0))
    liveness.waited(for: .binary, at: .at(39))
    #expect(liveness.due(at: .at(40)) == .ping(Array("1".utf8)))
    #expect(liveness.goodAt == .at(39))
  }

  @Test func `does not count the time in which nobody reads`() {
    var liveness = PushLiveness(at: .at(0))
    #expect(liveness.due(at: .at(3600)) == .ping(Array("1".utf8)))
    liveness.waits(at: .at(3600))
    liveness.waited(for: nil, at: .at(3639))
    #expect(liveness.due(at: .at(3639)) == .ping(Array("2".utf8)))
    liveness.waits(at: .at(3639))
    liveness.waited(for: nil, at: .at(3640))
    #expect(liveness.due(at: .at(3640)) == .lost)
  }

  @Test func `takes what may have been lying about for no proof of the present`() {
    var liveness = PushLiveness(at: .at(0))
    liveness.waits(at: .at(600))
    liveness.waited(for: .binary, at: .at(600))
    #expect(liveness.goodAt == .at(0))
  }

  @Test func `takes a pong for a proof of the moment its ping was sent`() {
    var liveness = PushLiveness(at: .at(0))
    #expect(liveness.due(at: .at(20)) == .ping(Array("1".utf8)))
    liveness.waits(at: .at(100))
    liveness.waited(for: .pong(Array("9".utf8)), at: .at(100))
    #expect(liveness.goodAt == .at(0))
    liveness.waits(at: .at(100))
    liveness.waited(for: .pong(Array("1".utf8)), at: .at(100))
    #expect(liveness.goodAt == .at(20))
  }
}
