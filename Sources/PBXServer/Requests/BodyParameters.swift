import PBXModel

/// Reads the parameters of a request's body.
enum BodyParameters {
  /// The members of a JSON object, or of a form where the content type says so; nil where the body
  /// is neither.
  ///
  /// A JSON object is taken under whatever content type: curl calls all that it sends a form.
  static func read(_ bytes: [UInt8], contentType: String?) -> JSONObject? {
    if bytes.isEmpty { return JSONObject() }
    if let object = try? JSONValue(parsing: bytes).object { return object }
    let isForm = contentType?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
    // What begins like JSON was meant to be some.
    let isBroken = bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[")
    return isForm && !isBroken
      ? QueryString.parameters(String(decoding: bytes, as: UTF8.self)) : nil
  }
}
