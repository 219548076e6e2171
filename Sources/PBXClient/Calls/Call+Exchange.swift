import PBXModel

extension Call {
  /// What of the call and its answer a message or a trace may show.
  func exchange(
    status: Int?, body: [UInt8] = [], hiding secrets: SecretFilter = SecretFilter()
  ) -> HTTPExchange {
    let text: String
    if kind == .token, let status, (200..<300).contains(status) {
      // There is a token in it that no filter knows the text of: only a name tells where.
      text = secrets.json(of: body) ?? ""
    } else {
      text = secrets.text(of: body)
    }
    return HTTPExchange(
      request: summary, status: status, bodyStart: PrintableText.start(of: text))
  }
}
