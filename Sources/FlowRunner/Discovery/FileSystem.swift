/// The files of a run, as far as the runner needs them.
package protocol FileSystem: Sendable {
  /// What a path leads to, symbolic links followed.
  func kind(of path: String) throws(FileError) -> FileKind
  /// What a folder holds, in no order; a link to a folder is `.other`, so that no search can loop,
  /// and one that leads nowhere a file that cannot be read.
  func entries(of folder: String) throws(FileError) -> [FolderEntry]
  /// The whole file.
  func read(_ path: String) throws(FileError) -> [UInt8]
  /// Standard input up to its end.
  func readStandardInput() throws(FileError) -> [UInt8]
}

/// What a path can lead to.
package enum FileKind: Hashable, Sendable {
  case file
  case folder
  /// A link to a folder, or what cannot be read as a file.
  case other
}

/// One name in a folder.
package struct FolderEntry: Hashable, Sendable {
  package var name: String
  package var kind: FileKind

  package init(name: String, kind: FileKind) {
    self.name = name
    self.kind = kind
  }
}

/// Why a file could not be read or written.
package struct FileError: Error, Hashable, Sendable {
  package var path: String
  /// In the words of the operating system, such as `Permission denied`.
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
