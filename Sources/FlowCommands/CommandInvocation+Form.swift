import FlowRuntime

extension CommandInvocation {
  /// The form that was written, as one of those that the command lists in its signature.
  ///
  /// - Precondition: the signature's forms are named after the cases.
  func writtenForm<Form: RawRepresentable<String>>(as type: Form.Type) -> Form {
    guard let form = Form(rawValue: form) else {
      preconditionFailure("`\(verb)` has no form `\(form)`")
    }
    return form
  }
}
