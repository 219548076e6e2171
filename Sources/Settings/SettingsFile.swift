/// A file as it was read.
package struct SettingsFile: Hashable, Sendable {
  /// As messages name it; paths in it are relative to its folder.
  package var path: String
  package var text: String
  /// Its permission bits, such as `0o600`.
  package var mode: UInt32

  package init(path: String, text: String, mode: UInt32) {
    self.path = path
    self.text = text
    self.mode = mode
  }

  /// Refuses a file with secrets that others than its owner can read.
  func checkIsPrivate() throws(SettingsError) {
    let permissions = mode & 0o777
    guard permissions & 0o077 != 0 else { return }
    let digits = String(permissions, radix: 8)
    let octal = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    throw SettingsError(
      .exposedSecrets, "`\(path)` holds secrets, and others can reach it: its mode is \(octal)",
      advice: ["run: chmod 600 \(Self.shellWord(path))"])
  }

  /// A path as one word of a shell's command.
  private static func shellWord(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/._-".utf8.contains(byte)
      }
    }
    if isPlain, !path.hasPrefix("-") { return path }
    let quoted = path.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''")
    return (path.hasPrefix("-") ? "-- " : "") + "'\(quoted)'"
  }
}

extension SettingsFile: CustomStringConvertible, CustomReflectable {
  /// Without the text, which may hold secrets.
  package var description: String { path }
  package var customMirror: Mirror { Mirror(self, children: ["path": path]) }
}
