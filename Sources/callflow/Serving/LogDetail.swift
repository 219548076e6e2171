import ArgumentParser
import Logging

/// How much a server logs.
enum LogDetail: String, ExpressibleByArgument, CaseIterable, Sendable {
  case debug, info, notice, warning, error

  var level: Logger.Level {
    switch self {
    case .debug: .debug
    case .info: .info
    case .notice: .notice
    case .warning: .warning
    case .error: .error
    }
  }
}
