import PBXModel
import Testing

@testable import PBXSimulator

struct BillingSubscribersTests {
  private let record = BillingRecord(json: ["uniqueid": "hwd-1.0"])

  @Test func `who has left is forgotten, although nobody is told of anything`() {
    var subscribers = BillingSubscribers()
    for _ in 0..<100 { _ = subscribers.subscribe(as: .socket) }
    let feed = subscribers.subscribe(as: .socket)
    #expect(subscribers.count == 1)
    withExtendedLifetime(feed) {}
  }

  @Test func `a reader who does not read is told that some are missing`() async throws {
    var subscribers = BillingSubscribers()
    let feed = subscribers.subscribe(as: .socket)
    for _ in 0..<10_001 { subscribers.push([record]) }
    var count = 0
    await #expect(throws: PBXError.self) {
      for try await message in feed { count += message.count }
    }
    #expect(count == 10_000)
    subscribers.push([record])
    #expect(subscribers.count == 0)
  }
}
