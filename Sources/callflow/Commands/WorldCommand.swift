package import ArgumentParser
package import FlowRunner
import PBXModel
import PBXSimulator
import WorldFile

/// `callflow world`: the files that describe the simulator's telephone system.
package struct WorldCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "world",
    abstract: "Check or show world files, which describe the simulator's telephone system.",
    discussion: """
      EXAMPLES
        callflow world show > world.yaml
        callflow world check world.yaml
        callflow run scripts --world world.yaml
      """,
    subcommands: [WorldCheckCommand.self, WorldShowCommand.self, WorldSchemaCommand.self])

  package init() {}
}

/// `callflow world check FILE…`.
package struct WorldCheckCommand: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with world files.",
    discussion: """
      EXAMPLES
        callflow world check callcentre.yaml
        callflow world check worlds/*.yaml
      """)

  @Argument(
    help: ArgumentHelp("A world file, or - for standard input.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String] = []

  @OptionGroup var display: DisplayOptions

  package init() {}

  package var misuse: String? {
    paths.isEmpty ? "Name a world file, or - for standard input." : display.misuse
  }

  package func execute(in system: System) async -> RunStatus {
    let loader = WorldLoader(system: system, color: display.color)
    var status = RunStatus.passed
    for path in paths {
      do throws(RunProblem) {
        let (reading, errorCount) = try loader.check(path)
        guard let world = reading.world?.world else {
          throw .badWorld(path, errorCount: errorCount)
        }
        if !display.quiet {
          let counts = WorldSummary.text(of: world)
          system.errors.write("\(path): right, with \(counts)\n")
        }
      } catch {
        status = status.combined(with: system.reject(error))
      }
    }
    return status
  }
}

/// `callflow world show [FILE]`.
package struct WorldShowCommand: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Write the default world, or another one, as a world file with every key.",
    discussion: """
      What it writes is a world file itself, with a comment for each key.

      EXAMPLES
        callflow world show > world.yaml
        callflow world show callcentre.yaml
      """)

  @Argument(
    help: ArgumentHelp("A world file, or - for standard input.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var path: String?

  package init() {}

  package func execute(in system: System) async -> RunStatus {
    do throws(RunProblem) {
      let described = try path.map { path throws(RunProblem) in
        try WorldLoader(system: system).world(at: path, notes: [])
      }
      system.output.write(WorldFile.text(of: described ?? .default))
      return .passed
    } catch {
      return system.reject(error)
    }
  }
}

/// `callflow world schema`.
package struct WorldSchemaCommand: Subcommand {
  package static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Write the JSON Schema of world files, with which editors complete and check them.",
    discussion: """
      EXAMPLES
        callflow world schema > world.schema.json
        echo '# yaml-language-server: $schema=world.schema.json' > world.yaml
      """)

  package init() {}

  package func execute(in system: System) async -> RunStatus {
    system.output.write(WorldFile.schema.text(style: .indented) + "\n")
    return .passed
  }
}
