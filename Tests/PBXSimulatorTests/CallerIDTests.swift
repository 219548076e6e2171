import PBXModel
import PBXSimulator
import Testing

/// Whom records name as the caller.
struct CallerIDTests {
  private func bench() -> Bench {
    var world = World.default
    world.lines[0].name = "Zhang San"
    return Bench(world: world)
  }

  @Test func `an extension shows its name, one without a name its number`() throws {
    var bench = bench()
    for caller in ["8001", "8003"] {
      try bench.dial(caller, "8002")
      bench.wait(.seconds(3))
      try bench.hangup(caller)
    }
    let texts = try bench.records().map { $0.text("clid") }
    #expect(texts == [#""Zhang San" <8001>"#, #""8003" <8003>"#])
  }

  @Test func `a number that is shown instead stays through transfers`() throws {
    var bench = bench()
    try bench.dial("8001", "18312345678", showing: "075512345678")
    bench.wait(.seconds(3))
    try bench.transfer(.attended, "8001", "8002")
    bench.wait(.seconds(3))
    try bench.hangup("8001")
    bench.wait(.seconds(1))
    try bench.transfer(.blind, "8002", "8003")
    bench.wait(.seconds(2))
    try bench.hangup("8003")
    let shown = #""075512345678" <075512345678>"#
    let texts = try bench.records().map { $0.text("clid") }
    #expect(texts.first == shown)
    #expect(!texts.contains(#""Zhang San" <8001>"#))
    #expect(Set(try bench.records().map(\.linkedid)).count == 1)
  }

  @Test func `an outside party that is transferred shows its own number`() throws {
    var bench = bench()
    try bench.dial("8001", "18312345678", showing: "075512345678")
    bench.wait(.seconds(3))
    try bench.transfer(.blind, "8001", "8003")
    bench.wait(.seconds(2))
    try bench.hangup("8003")
    let texts = try bench.records().map { $0.text("clid") }
    #expect(texts == [#""075512345678" <075512345678>"#, #""18312345678" <18312345678>"#])
  }

  @Test func `a call from outside keeps the context that it came in by`() throws {
    var bench = bench()
    try bench.callIn(to: "8001")
    bench.wait(.seconds(2))
    try bench.hangup("8001")
    #expect(try bench.records().map { $0.text("dcontext") } == ["from-trunk"])
  }
}
