import Foundation
import Glibc

/// A program at a terminal of its own: types to it and reads what it shows.
///
/// Nothing sleeps: reading waits for the expected text, and gives up after a time that only a
/// program that hangs can need.
final class PseudoTerminal {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private static let limit: Int32 = 30_000

  private let primary: Int32
  private let process: pid_t
  /// What was shown and not yet expected, without escape sequences and carriage returns.
  private var unread: [UInt8] = []
  private var filter = DisplayFilter()

  /// Starts a program as the leader of a new session, whose terminal this is.
  init(_ path: String, environment: [String: String]) throws {
    var primary: Int32 = -1
    var secondary: Int32 = -1
    var buffer = [CChar](repeating: 0, count: 256)
    guard openpty(&primary, &secondary, &buffer, nil, nil) == 0 else {
      throw Failure(description: "no pseudo-terminal is left")
    }
    self.primary = primary
    // The program opens it by its name; as long as it is open here, its end would not be seen.
    defer { close(secondary) }
    _ = fcntl(primary, F_SETFD, FD_CLOEXEC)
    _ = fcntl(secondary, F_SETFD, FD_CLOEXEC)
    let name = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session's leader opens becomes the session's.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A test runner may ignore or block signals, and a child inherits that.
    var defaults = sigset_t()
    sigfillset(&defaults)
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    let setSession: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(setSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    var arguments = [strdup(path), nil]
    defer { (variables + arguments).forEach { free($0) } }
    var started = pid_t()
    let result = posix_spawn(&started, path, &actions, &attributes, &arguments, &variables)
    guard result == 0 else {
      throw Failure(description: "\(path) cannot be started: \(String(cString: strerror(result)))")
    }
    process = started
  }

  deinit {
    kill(process, SIGKILL)
    close(primary)
  }

  /// Types a text; `\r` is Enter.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(primary, bytes, bytes.count)
  }

  /// Reads until a text is shown; what was shown before it is forgotten.
  func expect(_ text: String) throws {
    let expected = Array(text.utf8)
    while true {
      if let range = unread.firstRange(of: expected) {
        unread.removeSubrange(..<range.upperBound)
        return
      }
      guard try readMore() else {
        throw Failure(description: "the program ended, and never showed `\(text)`: \(unreadText)")
      }
    }
  }

  /// What was shown since the last expected text.
  var unreadText: String { String(decoding: unread, as: UTF8.self) }

  func send(_ signal: Int32) {
    kill(process, signal)
  }

  /// Reads until the program has ended, and gives its exit status, or the signal's number negated.
  func waitForExit() throws -> Int32 {
    while try readMore() {}
    var status: Int32 = 0
    waitpid(process, &status, 0)
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : -signal
  }

  /// Reads what there is; false once the program has closed the terminal.
  private func readMore() throws -> Bool {
    var descriptor = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, Self.limit) > 0 else {
      throw Failure(description: "nothing more was shown: \(unreadText)")
    }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(primary, &bytes, bytes.count)
    guard count > 0 else { return false }
    unread += filter.visible(bytes[..<count])
    return true
  }
}

/// Keeps of what a program sends to a terminal what is seen: no escape sequences, no carriage
/// returns, no bells.
struct DisplayFilter {
  private enum State {
    case text
    case escape
    case sequence
  }

  private var state = State.text

  mutating func visible(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    for byte in bytes {
      switch (state, byte) {
      case (.text, 0x1b): state = .escape
      case (.text, 0x0d), (.text, 0x07): break
      case (.text, _): kept.append(byte)
      case (.escape, UInt8(ascii: "[")): state = .sequence
      case (.escape, _): state = .text
      case (.sequence, 0x40...0x7e): state = .text
      case (.sequence, _): break
      }
    }
    return kept
  }
}
