import PBXClient
import Testing

@Suite struct `The backoff of the push` {
  @Test func `doubles from 200 milliseconds to 30 seconds and begins anew`() {
    var backoff = PushBackoff()
    let delays = (0..<10).map { _ in backoff.delay(jitter: 0) }
    #expect(
      delays
        == [200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 30_000, 30_000].map {
          .milliseconds($0)
        })
    backoff.reset()
    #expect(backoff.delay(jitter: 0) == .milliseconds(200))
  }

  @Test(arguments: [(0.0, 200), (0.5, 150), (1.0, 100), (7.0, 100), (-1.0, 200)])
  func `is cut by the jitter to no less than half`(jitter: Double, milliseconds: Int) {
    var backoff = PushBackoff()
    #expect(backoff.delay(jitter: jitter) == .milliseconds(milliseconds))
  }
}
