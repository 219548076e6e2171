import Testing

/// What machines can see of the house rules.
struct TidyTests {
  /// Module to the modules it may import, as the map in Sources/README.md says.
  static let map: [String: [String]] = {
    let text = (try? Repository.text("Sources/README.md")) ?? ""
    var map: [String: [String]] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.filter { !" `".contains($0) } }
      guard cells.count == 2 else { continue }
      map[cells[0]] = cells[1] == "–" ? [] : cells[1].split(separator: ",").map(String.init)
    }
    return map
  }()

  @Test func `every module stands in the map`() {
    let modules = Set(SwiftSource.sources.map(\.module))
    #expect(modules.isSubset(of: Set(Self.map.keys)), "\(modules.subtracting(Self.map.keys))")
  }

  @Test func `a module imports only what the map allows`() {
    for source in SwiftSource.sources {
      let own = Set(source.imports).intersection(Self.map.keys)
      let allowed = Set(Self.map[source.module] ?? [])
      #expect(own.isSubset(of: allowed), "\(source.path): \(own.subtracting(allowed))")
    }
  }

  @Test func `the language and the simulator need no Foundation`() {
    let pure: Set = [
      "FlowDiagnostics", "FlowSyntax", "FlowRuntime", "FlowCommands", "FlowRunner", "PBXModel",
      "PBXSimulator", "VirtualTime",
    ]
    for source in SwiftSource.sources where pure.contains(source.module) {
      #expect(!source.imports.contains { $0.hasPrefix("Foundation") }, "\(source.path)")
    }
  }

  /// The places of the lines that a rule does not allow, as `path:line`.
  private func offenses(
    in sources: [SwiftSource] = SwiftSource.sources, where isOffense: (String) -> Bool
  ) -> [String] {
    sources.flatMap { source in
      source.code.enumerated().filter { isOffense($1) }.map { "\(source.path):\($0.offset + 1)" }
    }
  }

  @Test(arguments: [
    "Task.detached", "Task.sleep", "ContinuousClock", "SuspendingClock", "Date()", "UUID()",
    ".random(", "SystemRandomNumberGenerator", "ProcessInfo",
  ])
  func `below the program nothing asks for the time, chance or the process`(word: String) {
    let below = SwiftSource.sources.filter { !["callflow", "RealWorld"].contains($0.module) }
    // A generator that is handed over is a seed's.
    let found = offenses(in: below) { $0.contains(word) && !$0.contains("using:") }
    #expect(found == [])
  }

  @Test func `tasks are structured below the program`() {
    // The line editor bridges a thread, virtual time is an executor, and the shield of the clean-up
    // awaits the one task that it makes.
    let exempt: Set = ["callflow", "LineEditor", "VirtualTime"]
    let bound = SwiftSource.sources.filter {
      !exempt.contains($0.module) && !$0.path.hasSuffix("/CancellationShield.swift")
    }
    #expect(offenses(in: bound) { $0.contains("Task") && $0.contains(/\bTask *(\{|\(|<)/) } == [])
  }

  @Test func `nothing is unwrapped by force outside of tests`() {
    let found = offenses { line in
      line.utf8.contains(UInt8(ascii: "!"))
        && line.contains(/[\w)\]]!($|[^=\w])|\btry!|\bas!/)
    }
    #expect(found == [])
  }

  @Test func `an unchecked promise stands beside its proof`() {
    for source in SwiftSource.sources {
      for (index, line) in source.code.enumerated()
      where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
        let above = source.lines[max(0, index - 12)..<index]
        #expect(above.contains { $0.contains("//") }, "\(source.path):\(index + 1)")
      }
    }
  }

  @Test func `files and lines stay short`() {
    let long = SwiftSource.all.filter { $0.lines.count > 401 }.map(\.path)
    #expect(long == [])
    let wide = SwiftSource.all.flatMap { source in
      source.lines.enumerated().filter { $1.utf8.count > 100 && $1.count > 100 }
        .map { "\(source.path):\($0.offset + 1)" }
    }
    #expect(wide == [])
  }
}
