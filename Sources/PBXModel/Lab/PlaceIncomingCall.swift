/// Rings in from outside: `POST /lab/v1/incoming`.
public struct PlaceIncomingCall: LabOperation {
  public static let name = "lab/incoming"
  public static let method = HTTPMethod.post
  public static let summary = "Rings in from outside"
  public static let fields: [OperationField] = [
    .required("caller", "The caller's number."),
    .required("destination", "The number that is called."),
    .optional("trunk", "The trunk's name; the first one where it is left out."),
  ]
  public static let examples = [
    PlaceIncomingCall(call: IncomingCall(caller: "18312345678", destination: "200"))
  ]
  public static let exampleAnswer = Dial.Answer(uniqueid: "hwd-1750750498.613")

  public var call: IncomingCall

  public init(call: IncomingCall) {
    self.call = call
  }

  public init(parameters: OperationParameters) throws(PBXError) {
    self.init(
      call: IncomingCall(
        caller: try parameters.required("caller"),
        destination: try parameters.required("destination"),
        trunk: try parameters.optional("trunk")))
  }

  public var parameters: JSONObject {
    var json: JSONObject = [
      "caller": .string(call.caller), "destination": .string(call.destination),
    ]
    json["trunk"] = call.trunk.map(JSONValue.string)
    return json
  }

  public func perform(on lab: some LabService) async throws(PBXError) -> Dial.Answer {
    Dial.Answer(uniqueid: try await lab.placeIncomingCall(call))
  }
}
