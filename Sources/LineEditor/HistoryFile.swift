import Glibc

/// The lines typed in earlier sessions, oldest first, in a file that only its owner can read.
///
/// One entry a line in UTF-8; a line break inside an entry is written `\n`, a backslash `\\`. Every
/// entry is appended as soon as it is made, so that sessions side by side lose nothing.
package struct HistoryFile: Sendable {
  /// The file, whose folder is made where it is missing.
  package let path: String
  /// Beyond twice as many entries the file is cut to this many when it is read.
  package let capacity: Int

  package init(path: String, capacity: Int = 1000) {
    self.path = path
    self.capacity = capacity
  }

  /// Whether an entry is kept at all: not when it is blank or begins with a space.
  package static func keeps(_ entry: String) -> Bool {
    !entry.hasPrefix(" ") && entry.contains { !$0.isWhitespace }
  }

  static func encoded(_ entry: String) -> String {
    var line = ""
    for character in entry.unicodeScalars {
      switch character {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      default: line.unicodeScalars.append(character)
      }
    }
    return line
  }

  static func decoded(_ line: String) -> String {
    var entry = ""
    var isEscaped = false
    for character in line.unicodeScalars {
      switch (isEscaped, character) {
      case (true, "n"): entry += "\n"
      case (true, "r"): entry += "\r"
      case (true, _): entry.unicodeScalars.append(character)
      case (false, "\\"): break
      case (false, _): entry.unicodeScalars.append(character)
      }
      isEscaped = !isEscaped && character == "\\"
    }
    return entry
  }

  /// The entries of earlier sessions, the newest `capacity` of them; none where there is no file.
  package func load() -> [String] {
    guard let bytes = contents() else { return [] }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    if lines.count > capacity * 2 {
      replaceContents(lines.suffix(capacity).flatMap { $0 + [UInt8(ascii: "\n")] })
    }
    return lines.suffix(capacity).map { Self.decoded(String(decoding: $0, as: UTF8.self)) }
  }

  /// Adds an entry.
  ///
  /// A file that cannot be written is no reason to bother the user: the entry is then not kept.
  package func append(_ entry: String) {
    makeFolder()
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { Glibc.close(file) }
    fchmod(file, 0o600)
    // One write, so that sessions side by side do not mix their lines.
    writeAll(Array((Self.encoded(entry) + "\n").utf8), to: file)
  }

  private func contents() -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { Glibc.close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Writes beside the file and renames, so that no session ever sees half of it.
  private func replaceContents(_ bytes: [UInt8]) {
    let temporary = path + ".\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let isWritten = writeAll(bytes, to: file)
    Glibc.close(file)
    if !isWritten || rename(temporary, path) != 0 { unlink(temporary) }
  }

  /// Makes the file's folder and those above it, for their owner alone.
  private func makeFolder() {
    let parts = path.split(separator: "/").dropLast()
    var folder = path.hasPrefix("/") ? "" : "."
    for part in parts {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }

  @discardableResult
  private func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
