import CEditShim

/// libedit's history, filled from a file and kept in it; used on the editor's thread alone.
///
/// The handle is valid from `init` to `close`, which the reader calls after it has ended libedit.
final class History {
  let handle: OpaquePointer
  private let file: HistoryFile?
  /// What was typed twice in a row is kept once.
  private var newest: String?
  private static let sessionCapacity = 1000

  /// Nil where there is no memory for it.
  init?(_ file: HistoryFile?) {
    guard let handle = history_winit() else { return nil }
    self.handle = handle
    self.file = file
    cedit_history_set_int(handle, H_SETSIZE, Int32(file?.capacity ?? Self.sessionCapacity))
    cedit_history_set_int(handle, H_SETUNIQUE, 1)
    for entry in file?.load() ?? [] { enter(entry) }
  }

  /// Adds an entry and writes it to the file, unless it is blank or begins with a space.
  func add(_ entry: String) {
    guard HistoryFile.keeps(entry), entry != newest else { return }
    enter(entry)
    file?.append(entry)
  }

  func close() {
    history_wend(handle)
  }

  private func enter(_ entry: String) {
    let characters = entry.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    cedit_history_enter(handle, characters)
    newest = entry
  }
}
