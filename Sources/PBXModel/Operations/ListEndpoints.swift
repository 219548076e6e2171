/// Lists extensions with their device state: `GET /api/v1/status/endpoint`.
package struct ListEndpoints: Hashable, Sendable {
  /// Counted from 1.
  package var page: Int
  package var pageSize: Int
  /// Only this extension, all where it is nil.
  package var endpoint: String?

  package init(page: Int = 1, pageSize: Int = 100, endpoint: String? = nil) {
    self.page = page
    self.pageSize = pageSize
    self.endpoint = endpoint
  }
}
