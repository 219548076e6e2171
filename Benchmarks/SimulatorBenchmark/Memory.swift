import Glibc

/// What the process takes.
enum Memory {
  /// The resident memory in MiB, as the kernel tells it; 0 where it does not.
  static var resident: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var size = 0
    var pages = 0
    guard withUnsafeMutablePointer(to: &size, { size in
      withUnsafeMutablePointer(to: &pages) { pages in
        withVaList([size, pages]) { vfscanf(file, "%ld %ld", $0) }
      }
    }) == 2 else { return 0 }
    return pages * Int(getpagesize()) / (1024 * 1024)
  }
}
