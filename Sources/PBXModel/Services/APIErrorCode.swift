/// An error code of the API, such as 600001; a PBX may answer others than the documented ones.
package struct APIErrorCode: Hashable, Sendable {
  package var rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }
}
