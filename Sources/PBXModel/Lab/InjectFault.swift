/// Lets something go wrong from now on: `POST /lab/v1/fault`.
public struct InjectFault: LabOperation {
  public static let name = "lab/fault"
  public static let method = HTTPMethod.post
  public static let summary = "Lets something go wrong from now on"
  public static let fields: [OperationField] = [
    .required("fault", "What goes wrong.", values: Fault.Kind.allCases.map(\.rawValue)),
    .optional(
      "operation",
      "For `fails`, `page`, `disconnects` and `slow`: the operation, such as `call/dial`; all "
        + "where it is left out."),
    .optional("code", .number, "For `fails`: one of the operation's error codes."),
    .milliseconds("delay", "For `slow` and `push delays`: so many milliseconds."),
    .milliseconds("jitter", "For `slow` and `push delays`: up to so many milliseconds more."),
    .optional(
      "times", .number,
      "So many times; always where it is left out, but once for `token expired` without a limit."),
    .optional("chance", .number, "In so many of a hundred cases; in all where it is left out."),
    .milliseconds("for", "For so many milliseconds; until it is cleared where it is left out."),
  ]
  public static let examples = [
    InjectFault(fault: Fault(.refusal(600001), on: Dial.name, times: 2)),
    InjectFault(
      fault: Fault(.delay(.milliseconds(200), jitter: .milliseconds(50)), chance: 10)),
    InjectFault(fault: Fault(.networkDown, span: .seconds(3))),
    InjectFault(fault: Fault(.expiredToken, times: 1)),
  ]
  public static let exampleAnswer = Done()

  public var fault: Fault

  public init(fault: Fault) {
    self.fault = fault
  }

  public init(parameters: OperationParameters) throws(PBXError) {
    let word = try parameters.required("fault")
    guard let kind = Fault.Kind(rawValue: word) else {
      throw parameters.invalid("there is no `\(word)`")
    }
    if kind.isLate { _ = try parameters.required("delay") }
    let effect = Fault.Effect(
      kind, code: kind == .fails ? try parameters.number("code") : 0,
      delay: kind.isLate ? try parameters.milliseconds("delay") : .zero,
      jitter: kind.isLate ? try parameters.milliseconds("jitter") : .zero)
    let operation = try parameters.optional("operation")
    let span = try parameters.optional("for") == nil ? nil : try parameters.milliseconds("for")
    fault =
      Fault(
        effect, on: operation.map { Fault.operation(named: $0) ?? $0 },
        times: try parameters.optionalNumber("times"),
        chance: try parameters.optionalNumber("chance"), span: span
      ).withUsualLimit
    if let flaw = fault.flaw { throw parameters.invalid(flaw) }
  }

  public var parameters: JSONObject {
    var json: JSONObject = ["fault": .string(fault.effect.kind.rawValue)]
    json["operation"] = fault.operation.map(JSONValue.string)
    switch fault.effect {
    case .refusal(let code): json["code"] = .integer(code.rawValue)
    case .delay(let delay, let jitter), .delayedPush(let delay, let jitter):
      json["delay"] = delay.millisecondsValue
      if jitter > .zero { json["jitter"] = jitter.millisecondsValue }
    case .page, .disconnection, .expiredToken, .networkDown, .droppedPush, .duplicatedPush: break
    }
    json["times"] = fault.times.map(JSONValue.integer)
    json["chance"] = fault.chance.map(JSONValue.integer)
    json["for"] = fault.span?.millisecondsValue
    return json
  }

  public func perform(on lab: some LabService) async throws(PBXError) -> Done {
    try await lab.inject(fault)
    return Done()
  }
}
