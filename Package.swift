// swift-tools-version: 6.2
import PackageDescription

// One row a module, in the order of the layers of Sources/README.md: a module may import only what
// stands in its row. Every target gets the same settings, in the loop at the end.
let package = Package(
  name: "callflow",
  products: [
    .executable(name: "callflow", targets: ["callflow"]),
    .library(name: "PBXClient", targets: ["PBXClient", "PBXModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
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
    .target(name: "RealWorld", dependencies: ["PBXModel"]),
    .target(name: "VirtualTime", dependencies: ["PBXModel"]),
    .target(name: "PBXSimulator", dependencies: ["PBXModel"]),
    .target(name: "YAMLReading", dependencies: [.product(name: "Yams", package: "Yams")]),
    .target(
      name: "WorldFile",
      dependencies: ["FlowDiagnostics", "PBXModel", "PBXSimulator", "YAMLReading"]),
    .target(
      name: "PBXClient",
      dependencies: [
        "PBXModel", "RealWorld",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOWebSocket", package: "swift-nio"),
      ]),
    .target(
      name: "PBXServer",
      dependencies: [
        "PBXModel",
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOWebSocket", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),

    // The program.
    .target(name: "Settings", dependencies: ["PBXModel", "YAMLReading"]),
    .executableTarget(
      name: "callflow",
      dependencies: [
        "FlowCommands", "FlowDiagnostics", "FlowIDE", "FlowREPL", "FlowRunner", "FlowRuntime",
        "FlowSyntax", "LineEditor", "PBXClient", "PBXModel", "PBXServer", "PBXSimulator",
        "RealWorld", "Settings", "VirtualTime", "WorldFile",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    // The tests.
    .target(name: "PBXTestSupport", dependencies: ["PBXModel"], path: "Tests/PBXTestSupport"),
    .target(
      name: "PBXWorkload", dependencies: ["PBXModel", "PBXSimulator", "VirtualTime"],
      path: "Tests/PBXWorkload"),
    .target(name: "TestThreads", path: "Tests/TestThreads"),
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
        "PBXModel", "TestThreads", "WorldFile",
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
        "FlowCommands", "FlowDiagnostics", "FlowRuntime", "FlowSyntax", "PBXModel",
        "PBXTestSupport", "VirtualTime",
      ]),
    .testTarget(name: "FlowSyntaxTests", dependencies: ["FlowDiagnostics", "FlowSyntax"]),
    .testTarget(name: "LineEditorTests", dependencies: ["LineEditor"]),
    .testTarget(
      name: "ContractTests",
      dependencies: [
        "PBXClient", "PBXModel", "PBXServer", "PBXSimulator", "RealWorld", "TestThreads",
        "VirtualTime",
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "PBXClientTests",
      dependencies: [
        "PBXClient", "PBXModel", "TestThreads", "VirtualTime",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),
    .testTarget(
      name: "PBXModelTests", dependencies: ["PBXModel", "PBXTestSupport"], exclude: ["Fixtures"]),
    .testTarget(
      name: "PBXServerTests",
      dependencies: [
        "PBXModel", "PBXServer", "PBXTestSupport", "TestThreads", "VirtualTime",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOWebSocket", package: "swift-nio"),
      ]),
    .testTarget(
      name: "PBXSimulatorTests",
      dependencies: ["PBXModel", "PBXSimulator", "PBXWorkload", "VirtualTime"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["FlowREPL", "PBXModel", "PBXSimulator", "TestThreads", "callflow"]),
    .testTarget(
      name: "SettingsTests", dependencies: ["PBXModel", "Settings", "YAMLReading"]),
    .testTarget(name: "VirtualTimeTests", dependencies: ["PBXModel", "VirtualTime"]),
    .testTarget(
      name: "WorldFileTests",
      dependencies: ["FlowDiagnostics", "PBXModel", "PBXSimulator", "WorldFile"]),
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
    .executableTarget(
      name: "ClientBenchmark", dependencies: ["PBXClient", "PBXModel"],
      path: "Benchmarks/ClientBenchmark"),
    .executableTarget(
      name: "SimulatorBenchmark", dependencies: ["PBXModel", "PBXSimulator", "PBXWorkload"],
      path: "Benchmarks/SimulatorBenchmark"),
    .executableTarget(
      name: "PlainServer",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      path: "Benchmarks/PlainServer"),
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
