import PBXModel

/// Where recordings come from.
protocol RecordingSource: Sendable {
  func recording(at path: RecordingPath) async throws(PBXError) -> Recording
}

/// The recordings of a service.
struct ServiceRecordings: RecordingSource {
  let service: any PBXService

  func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
    try await service.recording(at: path)
  }
}
