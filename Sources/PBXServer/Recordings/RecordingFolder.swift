import Glibc
import NIOCore
import NIOPosix
import PBXModel

/// The recordings of a folder of this machine, which holds `monitor/` and `voicemail/`.
struct RecordingFolder: RecordingSource {
  private static let chunkSize = 64 << 10

  /// Without links, so that what is below it begins with it.
  private let root: String
  private let threads: NIOThreadPool

  /// Throws where there is no such folder.
  init(path: String, threads: NIOThreadPool = .singleton) throws(ServingError) {
    guard let resolved = realpath(path, nil) else {
      throw .unusableFolder(path: path, reason: String(cString: strerror(errno)))
    }
    defer { free(resolved) }
    var status = stat()
    guard stat(resolved, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .unusableFolder(path: path, reason: "no folder")
    }
    root = String(cString: resolved)
    self.threads = threads
  }

  func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
    let (root, threads) = (root, threads)
    let file: OpenFile?
    do {
      file = try await threads.runIfActive { Self.open(path, below: root) }
    } catch {
      throw PBXError(operation: path.description, cause: .cancelled)
    }
    guard let file else { throw PBXError(operation: path.description, cause: .noRecording) }
    return Recording(
      size: file.size,
      chunks: AsyncThrowingStream {
        let chunk = try await threads.runIfActive { file.read(upTo: Self.chunkSize) }
        return chunk.isEmpty ? nil : chunk
      })
  }

  /// Nil where there is no such file, or where it lies elsewhere.
  ///
  /// What was opened is asked where it lies, not the path: between a look at a path and its use
  /// somebody could put a link into it.
  private static func open(_ path: RecordingPath, below root: String) -> OpenFile? {
    let descriptor = Glibc.open(
      root + "/" + path.description, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    let file = OpenFile(descriptor)
    let folder = root == "/" ? root : root + "/"
    // Byte by byte: as text, two folders with different names may be the same.
    guard file.isRegular, let place = file.place,
      ["monitor/", "voicemail/"].contains(where: { place.starts(with: (folder + $0).utf8) })
    else { return nil }
    return file
  }

  /// A file that is closed once nobody reads it any more.
  private final class OpenFile: Sendable {
    private let descriptor: Int32
    let isRegular: Bool
    let size: Int

    init(_ descriptor: Int32) {
      self.descriptor = descriptor
      var status = stat()
      let isKnown = fstat(descriptor, &status) == 0
      isRegular = isKnown && status.st_mode & S_IFMT == S_IFREG
      size = isKnown ? Int(status.st_size) : 0
    }

    deinit {
      close(descriptor)
    }

    /// Where it lies; nil where the system does not say.
    var place: [UInt8]? {
      let capacity = Int(PATH_MAX)
      let place = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        count = buffer.withMemoryRebound(to: CChar.self) { text in
          guard let start = text.baseAddress else { return 0 }
          return max(0, readlink("/proc/self/fd/\(descriptor)", start, capacity))
        }
      }
      return (1..<capacity).contains(place.count) ? place : nil
    }

    /// Empty at its end, and where it cannot be read.
    func read(upTo limit: Int) -> [UInt8] {
      [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
        var result = 0
        repeat {
          result = Glibc.read(descriptor, buffer.baseAddress, limit)
        } while result < 0 && errno == EINTR
        count = max(0, result)
      }
    }
  }
}
