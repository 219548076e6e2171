package import FlowDiagnostics
package import PBXModel
import PBXSimulator
import YAMLReading

/// Reads and writes world files: YAML that describes a simulated telephone system.
package enum WorldFile {
  /// The most bytes that a file may have.
  package static let sizeLimit = 8 << 20

  /// What came of reading a file.
  package struct Reading: Sendable {
    /// Nil where something is wrong.
    package var world: DescribedWorld?
    /// All that is wrong, and warnings, in the order of their places.
    package var diagnostics: [Diagnostic]
  }

  /// Reads a file to its end, whatever is wrong on the way.
  package static func read(_ source: SourceFile) -> Reading {
    var reader = WorldReader(source)
    let draft = draft(&reader)
    let hasError = reader.diagnostics.contains { $0.severity == .error }
    guard let draft, !hasError else {
      return Reading(world: nil, diagnostics: reader.sortedDiagnostics)
    }
    let described = draft.described
    reader.checkDestinations(in: described.world)
    reader.checkTrunks(of: described.world)
    let isRight = !reader.diagnostics.contains { $0.severity == .error }
    return Reading(
      world: isRight ? described : nil, diagnostics: reader.sortedDiagnostics)
  }

  private static func draft(_ reader: inout WorldReader) -> WorldDraft? {
    let source = reader.source
    if let offset = AliasScan.firstAlias(in: source.bytes) {
      reader.report(.alias(at: SourceRange(offset, offset + 1)))
      return nil
    }
    do throws(YAMLFault) {
      let text = String(decoding: source.bytes, as: UTF8.self)
      guard let root = try YAMLPart(reading: text, of: source.name) else {
        reader.report(
          .missingKey(
            "extensions", form: "a list of extensions", of: "a world file",
            at: SourceRange(0, 0)))
        return nil
      }
      guard let draft = Section<WorldDraft>.world.readMap(root, &reader) else { return nil }
      reader.checkReferences()
      reader.checkParking(in: draft.world.parkingLot)
      return draft
    } catch {
      reader.report(.notYAML(error, in: source))
      return nil
    }
  }

  /// A file that reads back to the same world, with every key and what it means.
  package static func text(of described: DescribedWorld) -> String {
    YAMLWriter.text(of: Section<WorldDraft>.world.write(WorldDraft(described)))
  }

  /// The JSON Schema (2020-12) of world files.
  package static var schema: JSONValue {
    let head: JSONObject = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A world of the callflow PBX simulator",
    ]
    return .object(head.merging(Section<WorldDraft>.world.schema))
  }

  /// A world as a reader of YAML sees the file that is written of it.
  package static func json(of described: DescribedWorld) -> JSONValue {
    Section<WorldDraft>.world.write(WorldDraft(described)).json
  }

  /// The keys of world files as tables in Markdown.
  package static var manual: String { WorldManual.text(of: Section<WorldDraft>.world.rows) }
}
