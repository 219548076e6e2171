package import FlowDiagnostics
import FlowSyntax

/// A script that is ready to run: checked, compiled, and taken apart into its tests.
package struct Program: Sendable {
  /// A `param` of the file.
  package struct Parameter: Hashable, Sendable {
    package var name: String
    /// Whether it has no default and must be given.
    package var isRequired: Bool
    package var range: SourceRange
  }

  /// Where the parts of a script begin in its code.
  struct EntryPoints: Sendable {
    struct Test: Sendable {
      /// Its value is the test's name.
      var name: Int?
      /// Its value is the time the test may take.
      var timeout: Int?
      var body: Int
    }
    /// The file's own variables; nil where the file is one test.
    var topLevel: Int?
    var setup: Int?
    var teardown: Int?
    var tests: [Test] = []
  }

  package let source: SourceFile
  /// In the order of the text; none in an empty file.
  package let tests: [PlannedTest]
  /// In the order of the text.
  package let parameters: [Parameter]
  /// Whether the file holds `test` blocks, and is not itself one test.
  package let isTestFile: Bool
  /// Whether the file holds nothing to run.
  package var isEmpty: Bool { tests.isEmpty }
  let code: Code
  let entryPoints: EntryPoints
}

/// A test as it is known before it runs.
package struct PlannedTest: Hashable, Sendable {
  /// The name as written, its `${}` not yet replaced; a file without `test` has its own name.
  package var name: String
  /// Counted from 0 in the file.
  package var index: Int
  package var range: SourceRange

  package init(name: String, index: Int, range: SourceRange) {
    self.name = name
    self.index = index
    self.range = range
  }
}

/// What came of compiling a script.
package struct Compilation: Sendable {
  /// Nil where there is any error.
  package var program: Program?
  /// Of parser and checker, in the order of the text.
  package var diagnostics: [Diagnostic]
}
