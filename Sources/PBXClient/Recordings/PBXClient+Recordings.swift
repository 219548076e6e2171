public import PBXModel

extension PBXClient {
  public func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
    let call = Call(path, at: configuration.address)
    let (content, token) = try await content(of: call)
    let chunks = AsyncThrowingStream<[UInt8], any Error> {
      do throws(TransportFailure) {
        return try await content.next()
      } catch {
        throw self.error(.transport(error), of: call, token: token)
      }
    }
    return Recording(size: content.size, chunks: chunks)
  }

  /// Writes a recording into a file, which is there as a whole or not at all.
  ///
  /// - Throws: `PBXError`, or `FileError` where the file cannot be written.
  public func download(_ path: RecordingPath, to file: String) async throws {
    let call = Call(path, at: configuration.address)
    let (content, token) = try await content(of: call)
    do {
      let unfinished = try await UnfinishedFile(for: file)
      do {
        try await copy(content, of: call, token: token, to: unfinished)
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
    _ content: HTTPContent, of call: Call, token: String, to file: UnfinishedFile
  ) async throws {
    var count = 0
    while true {
      let part: [UInt8]?
      do throws(TransportFailure) { part = try await content.next() } catch {
        throw self.error(.transport(error), of: call, token: token)
      }
      if Task.isCancelled { throw error(.transport(.cancelled), of: call, token: token) }
      guard let part else { break }
      try await file.append(part)
      count += part.count
    }
    if let size = content.size, size != count {
      let reason = "it broke off after \(count) of \(size) bytes"
      throw error(.transport(.connection(reason)), of: call, token: token)
    }
  }

  private func content(
    of call: Call
  ) async throws(PBXError) -> (content: HTTPContent, token: String) {
    let (stream, token) = try await carry(call, isStreamed: true)
    switch stream {
    case .answer(let answer): throw error(.answer(answer), of: call, token: token)
    case .content(let content):
      if let type = content.type, AnswerReading.isPage(type: type) {
        throw error(.page, of: call, token: token)
      }
      return (content, token)
    }
  }
}
