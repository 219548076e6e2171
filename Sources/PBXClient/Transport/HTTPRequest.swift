package import PBXModel

/// A request as it goes over the network.
package struct HTTPRequest: Sendable {
  package var method: HTTPMethod
  /// With scheme, host and query.
  package var url: String
  package var headers: [HTTPField]
  package var body: [UInt8]?

  package init(method: HTTPMethod, url: String, headers: [HTTPField] = [], body: [UInt8]? = nil) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// A header field.
package struct HTTPField: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
