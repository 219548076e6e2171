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

  @Test(arguments: [
    "Task.detached", "Task.sleep", "ContinuousClock", "SuspendingClock", "Date()", "UUID()",
    ".random(", "SystemRandomNumberGenerator", "ProcessInfo",
  ])
  func `below the program nothing asks for the time, chance or the process`(word: String) {
    for source in SwiftSource.sources where source.module != "callflow" {
      for (index, line) in source.code.enumerated() {
        // A generator that is handed over is a seed's.
        let isFound = line.contains(word) && !line.contains("using:")
        #expect(!isFound, "\(source.path):\(index + 1)")
      }
    }
  }

  @Test func `tasks are structured below the program`() {
    // The line editor bridges a thread, virtual time is an executor, and the shield of the clean-up
    // awaits the one task that it makes.
    let exempt: Set = ["callflow", "LineEditor", "VirtualTime"]
    for source in SwiftSource.sources
    where !exempt.contains(source.module) && !source.path.hasSuffix("/CancellationShield.swift") {
      for (index, line) in source.code.enumerated() {
        #expect(!line.contains(/\bTask *(\{|\(|<)/), "\(source.path):\(index + 1)")
      }
    }
  }

  @Test func `nothing is unwrapped by force outside of tests`() {
    for source in SwiftSource.sources {
      for (index, line) in source.code.enumerated() {
        #expect(!line.contains(/[\w)\]]!($|[^=\w])|\btry!|\bas!/), "\(source.path):\(index + 1)")
      }
    }
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
    for source in SwiftSource.all {
      #expect(source.lines.count <= 401, "\(source.path): \(source.lines.count) lines")
      for (index, line) in source.lines.enumerated() {
        #expect(line.utf8.count <= 100 || line.count <= 100, "\(source.path):\(index + 1)")
      }
    }
  }
}
