import Logging
import PBXModel
import RealWorld

/// Writes what is logged as lines, each with its time in UTC.
struct LineLogHandler: LogHandler {
  let output: any TextOutput
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.notice

  init(output: any TextOutput) {
    self.output = output
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let seconds = SystemTime.now().nanoseconds / 1_000_000_000
    let time = LocalDateTime(secondsSinceEpoch: seconds)
    let details = metadata.merging(event.metadata ?? [:]) { _, new in new }
      .sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    output.write("\(time)Z \(event.level) \(Self.line(event.message.description + details))\n")
    output.flush()
  }

  /// On one line, and nothing that a terminal would obey: a client chooses its path.
  private static func line(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? "?" : $0 }))
  }
}
