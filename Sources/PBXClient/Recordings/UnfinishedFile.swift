import Glibc
import NIOCore
import NIOPosix

/// A file on its way, beside the place where it will be; on a thread for blocking work.
struct UnfinishedFile: Sendable {
  private let target: String
  private let name: String
  private let descriptor: Int32

  /// So many files of one target may be on their way, or left over from a machine that went down.
  private static let mostNames = 1000

  /// Opens a file that nobody else has.
  init(for target: String) async throws {
    (name, descriptor) = try await Self.run {
      for number in 0..<Self.mostNames {
        let name = "\(target).part\(number)"
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor >= 0 { return (name, descriptor) }
        guard errno == EEXIST else { throw SystemError.last }
      }
      throw SystemError(number: EEXIST)
    }
    self.target = target
  }

  /// Appends bytes; all of them are written when it returns.
  func append(_ bytes: [UInt8]) async throws {
    let descriptor = descriptor
    try await Self.run {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if count == 0 || errno != EINTR {
          throw count == 0 ? SystemError(number: EIO) : SystemError.last
        }
      }
    }
  }

  /// Gives the file its name; one that is there already is replaced.
  func finish() async throws {
    let (descriptor, name, target) = (descriptor, name, target)
    try await Self.run {
      guard close(descriptor) == 0 else { throw Self.removing(name, SystemError.last) }
      guard rename(name, target) == 0 else { throw Self.removing(name, SystemError.last) }
    }
  }

  /// Takes the file away.
  func discard() {
    close(descriptor)
    unlink(name)
  }

  private static func removing(_ name: String, _ error: SystemError) -> SystemError {
    unlink(name)
    return error
  }

  /// Runs what may block, to its end even where the task is cancelled: nothing may still use the
  /// descriptor once it is closed.
  private static func run<Success: Sendable>(
    _ work: @escaping @Sendable () throws -> Success
  ) async throws -> Success {
    try await NIOThreadPool.singleton.runIfActive(
      eventLoop: MultiThreadedEventLoopGroup.singleton.any(), work
    ).get()
  }
}
