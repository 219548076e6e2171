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

/// The recordings of a folder, and those of a service that are not in it.
struct FolderBeforeService: RecordingSource {
  let folder: RecordingFolder
  let service: ServiceRecordings

  func recording(at path: RecordingPath) async throws(PBXError) -> Recording {
    do throws(PBXError) {
      return try await folder.recording(at: path)
    } catch  where error.cause == .noRecording {
      return try await service.recording(at: path)
    }
  }
}
