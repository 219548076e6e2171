import PBXModel
import Synchronization

extension Recording {
  /// So many samples are made at a time.
  private static let samplesPerPart = 32 << 10

  /// A sound file that is made part by part, as fast as it is read.
  init(_ file: WAVFile) {
    let parts = Counter()
    self.init(
      size: file.size,
      chunks: AsyncThrowingStream {
        file.part(parts.take(), samples: Self.samplesPerPart)
      })
  }

  private final class Counter: Sendable {
    private let value = Atomic(0)

    func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
  }
}
