/// Why a file could not be written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  public var path: String
  /// The operating system's reason, such as `no space left on device`.
  public var reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  public var description: String { "`\(path)` cannot be written: \(reason)" }
}
