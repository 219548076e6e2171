import FlowRunner
import Testing

/// The seeds of tests, which are part of what `--seed` promises.
struct TestSeedTests {
  @Test func `a seed never changes`() {
    #expect(TestSeed.derive(run: 1, file: "a.flow", test: "first") == 2_922_544_346_839_438_587)
  }

  @Test func `run, file and test each make another seed`() {
    let seeds: Set = [
      TestSeed.derive(run: 1, file: "a.flow", test: "x"),
      TestSeed.derive(run: 2, file: "a.flow", test: "x"),
      TestSeed.derive(run: 1, file: "b.flow", test: "x"),
      TestSeed.derive(run: 1, file: "a.flow", test: "y"),
      TestSeed.derive(run: 1, file: "a.flowx", test: ""),
    ]
    #expect(seeds.count == 5)
  }

  @Test func `the folder that a script is reached by does not count`() {
    let name = TestSeed.derive(run: 7, file: "a.flow", test: "x")
    #expect(TestSeed.derive(run: 7, file: "/tmp/scripts/a.flow", test: "x") == name)
    #expect(TestSeed.derive(run: 7, file: "./a.flow", test: "x") == name)
  }
}
