/// The reports that can be asked for; the raw value is the name on the command line.
package enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  case junit

  package func makeRecorder() -> any Recorder {
    switch self {
    case .junit: JUnitRecorder()
    }
  }
}

/// A report as asked for on the command line: `junit=out.xml`.
package struct ReportRequest: Hashable, Sendable {
  package enum Destination: Hashable, Sendable {
    case file(String)
    case standardOutput
  }

  package var format: ReportFormat
  package var destination: Destination

  /// Reads `FORMAT=PATH`, where the path `-` is standard output; nil where it reads differently.
  package init?(argument: String) {
    guard let separator = argument.firstIndex(of: "="),
      let format = ReportFormat(rawValue: String(argument[..<separator]))
    else { return nil }
    let path = String(argument[argument.index(after: separator)...])
    guard !path.isEmpty else { return nil }
    self.format = format
    self.destination = path == "-" ? .standardOutput : .file(path)
  }
}
