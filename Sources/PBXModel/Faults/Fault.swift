/// Something that goes wrong between a PBX and those who use it: what, on which operations, and how
/// often.
///
/// A limit that is nil does not limit; where several are there, all of them have to let it happen.
public struct Fault: Hashable, Sendable {
  /// What goes wrong.
  public enum Effect: Hashable, Sendable {
    /// The operation is not done, and answered with one of its error codes.
    case refusal(APIErrorCode)
    /// The operation is not done; a proxy's web page comes in its place, with HTTP 502.
    case page
    /// The operation is not done; the connection is closed without an answer.
    case disconnection
    /// The operation is done, and the answer comes late by so much, with up to the jitter on top.
    case delay(Duration, jitter: Duration)
    /// All access tokens are void; the client has to fetch another one.
    case expiredToken
    /// Nothing is answered, every connection is closed.
    case networkDown
    /// The sockets of the billing push are closed: at once, or as a record is to be pushed where a
    /// number of times or a chance is given.
    case droppedPush
    /// A record is pushed twice.
    case duplicatedPush
    /// A record is pushed late by so much, with up to the jitter on top.
    case delayedPush(Duration, jitter: Duration)
  }

  public var effect: Effect
  /// The name of the operation that it happens to, such as `call/dial`; to all where it is nil.
  public var operation: String?
  /// So many times.
  public var times: Int?
  /// In so many of a hundred cases, 1 to 100.
  public var chance: Int?
  /// So long, from when it is set.
  public var span: Duration?

  public init(
    _ effect: Effect, on operation: String? = nil, times: Int? = nil, chance: Int? = nil,
    span: Duration? = nil
  ) {
    self.effect = effect
    self.operation = operation
    self.times = times
    self.chance = chance
    self.span = span
  }
}

extension Fault {
  /// Stands for the fetching of a recording, which is no operation of the API.
  package static let recordingOperation = "recording"

  /// The whole names of what faults can happen to.
  package static let operationNames =
    Operations.all.map { $0.name } + [recordingOperation]

  /// The names of call control and of agents without what they all begin with: `dial`, `login`.
  package static let operationWords = operationNames.compactMap { name -> String? in
    let parts = name.split(separator: "/")
    return parts.count == 2 && (parts[0] == "call" || parts[0] == "agent") ? String(parts[1]) : nil
  }

  /// The whole name for a word of `operationWords`, or for itself; nil where there is none.
  package static func operation(named text: String) -> String? {
    operationNames.first { $0 == text || $0 == "call/\(text)" || $0 == "agent/\(text)" }
  }

  /// The same as people mean it who write no limit: tokens are void once, because a client that has
  /// fetched another one expects that to be good.
  package var withUsualLimit: Fault {
    guard effect == .expiredToken, times == nil, chance == nil, span == nil else { return self }
    var fault = self
    fault.times = 1
    return fault
  }

  /// Why it can never happen so, nil where it can.
  package var flaw: String? {
    if let operation {
      guard Self.operationNames.contains(operation) else {
        return "there is no operation `\(operation)`"
      }
      guard effect.concernsOperations else { return "this fault happens to no single operation" }
    }
    if let times, times < 1 { return "it cannot happen \(times) times" }
    if let chance, !(1...100).contains(chance) {
      return "a chance is a whole number from 1 to 100, in percent"
    }
    switch effect {
    case .refusal(let code): return flaw(of: code)
    case .networkDown where times != nil || chance != nil:
      return "the network is down for a time, not a number of times or by chance"
    default: return nil
    }
  }

  private func flaw(of code: APIErrorCode) -> String? {
    guard let operation else { return "an error code belongs to one operation" }
    let codes = Operations.all.first { $0.name == operation }.map {
      [$0.parameterError, $0.failure].compactMap { $0 }
    }
    guard let codes, !codes.isEmpty else { return "`\(operation)` has no error codes" }
    guard !codes.contains(code) else { return nil }
    let known = codes.map { String($0.rawValue) }.joined(separator: " and ")
    return "`\(operation)` never fails with \(code.rawValue), but with \(known)"
  }
}

extension Fault.Effect {
  /// Whether it happens to requests, which an operation can be picked from.
  fileprivate var concernsOperations: Bool {
    switch self {
    case .refusal, .page, .disconnection, .delay: true
    case .expiredToken, .networkDown, .droppedPush, .duplicatedPush, .delayedPush: false
    }
  }
}
