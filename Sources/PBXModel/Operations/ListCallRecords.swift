/// Lists call records: `GET /api/v1/cdr`.
package struct ListCallRecords: Hashable, Sendable {
  /// Counted from 1.
  package var page: Int
  package var pageSize: Int
  /// `yyyy-MM-dd HH:mm:ss` in the PBX's zone, both inclusive.
  package var start: String?
  package var end: String?
  package var src: String?
  package var dst: String?
  package var disposition: String?
  package var direction: String?

  package init(
    page: Int = 1, pageSize: Int = 100, start: String? = nil, end: String? = nil,
    src: String? = nil, dst: String? = nil, disposition: String? = nil, direction: String? = nil
  ) {
    self.page = page
    self.pageSize = pageSize
    self.start = start
    self.end = end
    self.src = src
    self.dst = dst
    self.disposition = disposition
    self.direction = direction
  }
}
