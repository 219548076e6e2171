import ArgumentParser
import FlowRunner

/// Reads the values of options, and says what is expected where one reads differently.
enum OptionText {
  static func seed(_ text: String) throws -> UInt64 {
    guard let seed = UInt64(text) else {
      throw ValidationError("write a whole number from 0 to \(UInt64.max)")
    }
    return seed
  }

  /// A length of real time: `60`, `60s`, `5m`, `1h`.
  static func realDuration(_ text: String) throws -> Duration {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
    let unit = text.last.flatMap { units[$0] }
    let digits = unit == nil ? text[...] : text.dropLast()
    guard let count = Int(digits), count > 0, count <= 1_000_000 else {
      throw ValidationError("write a time of more than 0, such as 90, 60s, 5m or 1h")
    }
    return .seconds(count * (unit ?? 1))
  }

  /// A report: `junit=out.xml`.
  static func report(_ text: String) throws -> ReportRequest {
    guard let request = ReportRequest(argument: text) else {
      throw ValidationError("write FORMAT=PATH with one of these formats: \(ReportFormat.names)")
    }
    return request
  }
}

extension ReportFormat {
  /// The names that can be written.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
