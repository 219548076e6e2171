/// Lists trunks with their device state: `GET /api/v1/status/trunk`.
package struct ListTrunks: Hashable, Sendable {
  /// Counted from 1.
  package var page: Int
  package var pageSize: Int
  /// Only this trunk, all where it is nil.
  package var trunkName: String?

  package init(page: Int = 1, pageSize: Int = 100, trunkName: String? = nil) {
    self.page = page
    self.pageSize = pageSize
    self.trunkName = trunkName
  }
}
