import FlowRunner

/// Files that exist in a test only.
struct MemoryFiles: FileSystem {
  var texts: [String: String] = [:]
  var folders: [String: [FolderEntry]] = [:]
  var unreadable: Set<String> = []
  var input = ""

  func kind(of path: String) throws(FileError) -> FileKind {
    if folders[path] != nil { return .folder }
    if texts[path] != nil || unreadable.contains(path) { return .file }
    throw FileError(path: path, reason: "No such file or directory")
  }

  func entries(of folder: String) throws(FileError) -> [FolderEntry] {
    guard let entries = folders[folder] else {
      throw FileError(path: folder, reason: "No such file or directory")
    }
    return entries
  }

  func read(_ path: String) throws(FileError) -> [UInt8] {
    guard let text = texts[path] else {
      throw FileError(path: path, reason: "Permission denied")
    }
    return Array(text.utf8)
  }

  func readStandardInput() throws(FileError) -> [UInt8] { Array(input.utf8) }
}
