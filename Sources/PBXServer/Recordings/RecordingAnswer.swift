import HTTPTypes
import HummingbirdCore
import NIOCore
import PBXModel

/// Answers with a recording, part by part as the client takes it.
struct RecordingAnswer: Sendable {
  /// The recording is shorter than was said; only an aborted answer can tell so.
  struct EndedEarly: Error {}

  let path: RecordingPath
  let recording: Recording

  func response(isHead: Bool) async throws(PBXError) -> Response {
    var headers: HTTPFields = [.contentType: contentType, .xContentTypeOptions: "nosniff"]
    if isHead {
      headers[.contentLength] = String(try await size())
      return Response(status: .ok, headers: headers)
    }
    let (size, chunks) = (recording.size, recording.chunks)
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody(contentLength: size) { writer in
        var rest = size
        for try await chunk in chunks {
          // A recording may grow while it is sent; what was said is what is sent.
          let part = chunk.prefix(rest ?? chunk.count)
          try await writer.write(ByteBuffer(bytes: part))
          rest = rest.map { $0 - part.count }
          if rest == 0 { break }
        }
        guard (rest ?? 0) == 0 else { throw EndedEarly() }
        try await writer.finish(nil)
      })
  }

  /// Counted where it was not said.
  private func size() async throws(PBXError) -> Int {
    if let size = recording.size { return size }
    var count = 0
    do {
      for try await chunk in recording.chunks { count += chunk.count }
    } catch let error as PBXError {
      throw error
    } catch {
      throw PBXError(operation: path.description, cause: .cancelled)
    }
    return count
  }

  private var contentType: String {
    switch path.description.split(separator: ".").last?.lowercased() {
    case "wav": "audio/wav"
    case "mp3": "audio/mpeg"
    case "ogg": "audio/ogg"
    default: "application/octet-stream"
    }
  }
}
