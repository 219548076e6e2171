public import PBXModel

extension PBXClient {
  public func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
    let call = Call(path, at: configuration.address)
    let content = try await content(of: call)
    let chunks = AsyncThrowingStream<[UInt8], any Error> {
      do throws(TransportFailure) {
        return try await content.next()
      } catch {
        throw self.error(.transport(error), of: call)
      }
    }
    return Recording(size: content.size, chunks: chunks)
  }

  /// Writes a recording into a file, which is there as a whole or not at all.
  ///
  /// - Throws: `PBXError`, or `FileError` where the file cannot be written.
  public func download(_ path: RecordingPath, to file: String) async throws {
    let call = Call(path, at: configuration.address)
    let content = try await content(of: call)
    do {
      let unfinished = try await UnfinishedFile(for: file)
      do {
        try await copy(content, of: call, to: unfinished)
      } catch {
        unfinished.discard()
        throw error
      }
      try await unfinished.finish()
    } catch let error as PBXError {
      throw error
    } catch {
      throw FileError(path: file, reason: "\(error)")
    }
  }

  private func copy(
    _ content: HTTPContent, of call: Call, to file: UnfinishedFile
  ) async throws {
    var count = 0
    while true {
      let part: [UInt8]?
      do throws(TransportFailure) { part = try await content.next() } catch {
        throw self.error(.transport(error), of: call)
      }
      if Task.isCancelled { throw error(.transport(.cancelled), of: call) }
      guard let part else { break }
      try await file.append(part)
      count += part.count
    }
    if let size = content.size, size != count {
      let reason = "it broke off after \(count) of \(size) bytes"
      throw error(.transport(.connection(reason)), of: call)
    }
  }

  private func content(of call: Call) async throws(PBXError) -> HTTPContent {
    switch try await carry(call, isStreamed: true) {
    case .answer(let answer): throw error(.answer(answer), of: call)
    case .content(let content):
      if let type = content.type, AnswerReading.isPage(type: type) {
        throw error(.page, of: call)
      }
      return content
    }
  }
}
