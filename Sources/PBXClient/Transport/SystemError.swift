import Glibc

/// An error number of the operating system, in its words.
struct SystemError: Error, Hashable, CustomStringConvertible {
  var number: Int32

  /// The error of the call that failed last on this thread.
  static var last: SystemError { SystemError(number: errno) }

  /// In lower case, such as `connection refused`.
  var description: String {
    guard let text = strerror(number) else { return "error \(number)" }
    let words = String(cString: text)
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
