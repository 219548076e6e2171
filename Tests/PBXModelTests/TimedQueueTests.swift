import PBXModel
import Testing

struct TimedQueueTests {
  @Test func `the earliest is first, and those of one moment keep their order`() {
    var queue = TimedQueue<Int>()
    #expect(queue.next == nil)
    var expected: [(Int64, Int)] = []
    var random: Int64 = 1
    for element in 0..<1000 {
      random = (random * 48_271) % 2_147_483_647
      let moment = random % 50
      queue.insert(element, at: Timestamp(nanoseconds: moment))
      expected.append((moment, element))
    }
    expected.sort { $0 < $1 }
    #expect(queue.next == Timestamp(nanoseconds: expected[0].0))
    var taken: [Int] = []
    while let entry = queue.removeFirst() { taken.append(entry.element) }
    #expect(taken == expected.map(\.1))
  }
}
