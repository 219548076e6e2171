/// A sound file on its way.
public struct Recording: Sendable {
  /// In bytes; nil where it is not known beforehand.
  public var size: Int?
  /// The content, part by part; it throws `PBXError` where it breaks off.
  public var chunks: AsyncThrowingStream<[UInt8], any Error>

  public init(size: Int?, chunks: AsyncThrowingStream<[UInt8], any Error>) {
    self.size = size
    self.chunks = chunks
  }

  /// A recording that is there as a whole.
  public init(_ bytes: [UInt8]) {
    let (chunks, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
    continuation.yield(bytes)
    continuation.finish()
    self.init(size: bytes.count, chunks: chunks)
  }
}
