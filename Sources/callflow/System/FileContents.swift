/// What a file holds and who may read it.
package struct FileContents: Sendable {
  package var bytes: [UInt8]
  /// Its permission bits, such as `0o600`.
  package var mode: UInt32

  package init(bytes: [UInt8], mode: UInt32) {
    self.bytes = bytes
    self.mode = mode
  }
}
