// swift-tools-version: 6.2
import PackageDescription

// One row a module, in the order of the layers of Sources/README.md: a module may import only what
// stands in its row. Every target gets the same settings, in the loop at the end.
let package = Package(
  name: "callflow",
  products: [
    .executable(name: "callflow", targets: ["callflow"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The language.
    .target(name: "FlowDiagnostics"),
    .target(name: "FlowSyntax", dependencies: ["FlowDiagnostics"]),
    .target(name: "FlowRuntime", dependencies: ["FlowDiagnostics", "FlowSyntax", "PBXModel"]),
    .target(
      name: "FlowCommands",
      dependencies: ["FlowDiagnostics", "FlowRuntime", "FlowSyntax", "PBXModel"]),
    .target(
      name: "FlowRunner",
      dependencies: ["FlowDiagnostics", "FlowRuntime", "FlowSyntax", "PBXModel"]),
    .target(name: "FlowIDE", dependencies: ["FlowDiagnostics", "FlowRuntime", "FlowSyntax"]),

    // The shell.
    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(name: "CEditShim", dependencies: ["CLibEdit"]),
    .target(name: "LineEditor", dependencies: ["CEditShim"]),
    .target(
      name: "FlowREPL",
      dependencies: [
        "FlowDiagnostics", "FlowIDE", "FlowRuntime", "FlowSyntax", "LineEditor",
      ]),

    // The telephone system.
    .target(name: "PBXModel"),
    .target(name: "VirtualTime", dependencies: ["PBXModel"]),
    .target(name: "PBXSimulator", dependencies: ["PBXModel"]),

    // The program.
    .executableTarget(
      name: "callflow",
      dependencies: [
        "FlowCommands", "FlowDiagnostics", "FlowIDE", "FlowREPL", "FlowRunner", "FlowRuntime",
        "FlowSyntax", "LineEditor", "PBXModel", "PBXSimulator", "VirtualTime",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // The tests.
    .testTarget(
      name: "FlowCommandsTests",
      dependencies: [
        "FlowCommands", "FlowDiagnostics", "FlowRuntime", "FlowSyntax", "PBXModel", "PBXSimulator",
        "VirtualTime",
      ]),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "callflow", "FlowCommands", "FlowDiagnostics", "FlowRunner", "FlowRuntime", "FlowSyntax",
        "PBXModel",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "FlowIDETests",
      dependencies: ["FlowCommands", "FlowDiagnostics", "FlowIDE", "FlowRuntime", "FlowSyntax"]),
    .testTarget(
      name: "FlowREPLTests",
      dependencies: [
        "FlowDiagnostics", "FlowIDE", "FlowREPL", "FlowRuntime", "FlowSyntax", "LineEditor",
        "PBXModel",
      ]),
    .testTarget(name: "FlowDiagnosticsTests", dependencies: ["FlowDiagnostics"]),
    .testTarget(
      name: "FlowRunnerTests",
      dependencies: ["FlowDiagnostics", "FlowRunner", "FlowRuntime", "PBXModel"]),
    .testTarget(
      name: "FlowRuntimeTests",
      dependencies: [
        "FlowCommands", "FlowDiagnostics", "FlowRuntime", "FlowSyntax", "PBXModel", "VirtualTime",
      ]),
    .testTarget(name: "FlowSyntaxTests", dependencies: ["FlowDiagnostics", "FlowSyntax"]),
    .testTarget(name: "LineEditorTests", dependencies: ["LineEditor"]),
    .testTarget(name: "PBXModelTests", dependencies: ["PBXModel"]),
    .testTarget(
      name: "PBXSimulatorTests", dependencies: ["PBXModel", "PBXSimulator", "VirtualTime"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "TerminalTests", dependencies: ["FlowREPL", "PBXModel", "PBXSimulator", "callflow"]),
    .testTarget(name: "VirtualTimeTests", dependencies: ["PBXModel", "VirtualTime"]),
  ],
  swiftLanguageModes: [.v6]
)

// Benchmarks and fuzzing are targets only where the environment asks for them, so that they cost
// the other builds nothing.
if Context.environment["CALLFLOW_BENCHMARKS"] != nil {
  package.targets += [
    .executableTarget(
      name: "ParseBenchmark",
      dependencies: ["FlowCommands", "FlowDiagnostics", "FlowRuntime", "FlowSyntax"],
      path: "Benchmarks/ParseBenchmark"),
    .executableTarget(
      name: "LoopBenchmark", dependencies: ["FlowDiagnostics", "FlowRuntime"],
      path: "Benchmarks/LoopBenchmark"),
  ]
}
if Context.environment["CALLFLOW_FUZZ"] != nil {
  package.targets += [
    .executableTarget(
      name: "ParserFuzz",
      dependencies: ["FlowCommands", "FlowDiagnostics", "FlowRuntime", "FlowSyntax"],
      path: "Fuzz/ParserFuzz",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ]
}

for target in package.targets where target.type != .system && target.name != "CEditShim" {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InferIsolatedConformances"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
