package import FlowRunner
import Glibc

/// The files of the operating system.
package struct POSIXFiles: ProgramFiles {
  package init() {}

  package func kind(of path: String) throws(FileError) -> FileKind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw systemError(path) }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file
    default: .other
    }
  }

  package func entries(of folder: String) throws(FileError) -> [FolderEntry] {
    guard let stream = opendir(folder) else { throw systemError(folder) }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." {
        entries.append(FolderEntry(name: name, kind: linkedKind(of: folder + "/" + name)))
      }
    }
    return entries
  }

  /// What an entry of a folder is; a link counts as a file where it leads to one, or nowhere.
  private func linkedKind(of path: String) -> FileKind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFLNK:
      let leadsSomewhere = stat(path, &status) == 0
      return !leadsSomewhere || status.st_mode & S_IFMT == S_IFREG ? .file : .other
    default: return .other
    }
  }

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw systemError(path) }
    defer { close(descriptor) }
    return try readAll(descriptor, path: path)
  }

  package func readIfPresent(
    _ path: String, limit: Int
  ) throws(FileError) -> FileContents? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw systemError(path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw systemError(path) }
    let bytes = try readAll(descriptor, path: path, limit: limit)
    return FileContents(bytes: bytes, mode: status.st_mode & 0o7777)
  }

  package func readStandardInput() throws(FileError) -> [UInt8] {
    try readAll(STDIN_FILENO, path: ScriptInput.standardInputName)
  }

  package func create(_ path: String) throws(FileError) -> any TextOutput {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw systemError(path) }
    return DescriptorOutput(descriptor, path: path, ownsDescriptor: true)
  }

  /// Reads up to the end; an error where that is more than the limit.
  private func readAll(
    _ descriptor: Int32, path: String, limit: Int = .max
  ) throws(FileError) -> [UInt8] {
    var status = stat()
    let isSized = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let tooLarge = FileError(path: path, reason: String(cString: strerror(EFBIG)))
    if isSized, Int(status.st_size) > limit { throw tooLarge }
    // One byte more than the file holds, so that its end shows without growing the buffer.
    var capacity = isSized ? Int(status.st_size) + 1 : 64 * 1024
    var bytes: [UInt8] = []
    while true {
      var failure: Int32 = 0
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
        repeat {
          count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
          failure = count < 0 ? errno : 0
        } while failure == EINTR
        initialized = max(0, count)
      }
      if failure != 0 { throw FileError(path: path, reason: String(cString: strerror(failure))) }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > limit { throw tooLarge }
      capacity = 64 * 1024
    }
  }

  private func systemError(_ path: String) -> FileError {
    FileError(path: path, reason: String(cString: strerror(errno)))
  }
}
