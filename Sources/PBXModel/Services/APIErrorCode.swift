/// An error code of the API, such as 600001; a PBX may answer others than the documented ones.
public struct APIErrorCode: Hashable, Sendable {
  public var rawValue: Int

  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// What the vendor's document calls it; empty where it is not documented.
  public var chinese: String { Self.table[rawValue]?.chinese ?? "" }
  /// The same in English; empty where it is not documented.
  public var english: String { Self.table[rawValue]?.english ?? "" }

  /// Every documented code, in numeric order.
  public static let all = table.keys.sorted().map { APIErrorCode(rawValue: $0) }

  private struct Meaning: Sendable {
    var chinese: String
    var english: String

    init(_ chinese: String, _ english: String) {
      self.chinese = chinese
      self.english = english
    }
  }

  private static let table: [Int: Meaning] = [
    510000: Meaning("标记留言收取状态参数有误", "voicemail mark: bad parameters"),
    510001: Meaning("标记留言收取状态异常", "voicemail mark failed"),
    600000: Meaning("呼叫接口参数验证失败", "call: bad parameters"),
    600001: Meaning("呼叫异常", "call failed"),
    600002: Meaning("挂断异常", "hangup failed"),
    600003: Meaning("保持异常", "hold failed"),
    600004: Meaning("接回保持异常", "unhold failed"),
    600005: Meaning("转接参数验证失败", "transfer: bad parameters"),
    600006: Meaning("转接异常", "transfer failed"),
    600007: Meaning("取消咨询转异常", "cancelling the attended transfer failed"),
    600008: Meaning("代接电话参数验证失败", "pickup: bad parameters"),
    600009: Meaning("代接电话失败", "pickup failed"),
    600010: Meaning("强插参数验证失败", "barge: bad parameters"),
    600011: Meaning("强插失败", "barge failed"),
    600012: Meaning("监听参数验证失败", "monitor: bad parameters"),
    600013: Meaning("监听失败", "monitor failed"),
    600014: Meaning("督导参数验证失败", "whisper: bad parameters"),
    600015: Meaning("督导失败", "whisper failed"),
    600016: Meaning("驻留失败", "park failed"),
    600017: Meaning("接回驻留参数验证失败", "unpark: bad parameters"),
    600018: Meaning("驻留通话已挂断", "the parked call has hung up"),
    600019: Meaning("来电重定向参数验证失败", "redirect: bad parameters"),
    600020: Meaning("来电重定向异常", "redirect failed"),
    600021: Meaning("话机听取录音参数验证失败", "handset play: bad parameters"),
    600022: Meaning("话机听取录音异常", "handset play failed"),
    610000: Meaning("座席签入异常", "agent login failed"),
    610001: Meaning("座席签出参数有误", "agent logout: bad parameters"),
    610002: Meaning("座席签出异常", "agent logout failed"),
    610003: Meaning("设置座席状态参数有误", "agent pause: bad parameters"),
    610004: Meaning("设置座席状态异常", "agent pause failed"),
    610005: Meaning("修改排队优先级参数有误", "queue priority: bad parameters"),
    610006: Meaning("修改排队优先级异常", "queue priority failed"),
    610007: Meaning("座席签入参数有误", "agent login: bad parameters"),
  ]
}

extension APIErrorCode: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self.init(rawValue: value)
  }
}
