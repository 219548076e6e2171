import PBXModel
import Testing

struct ErrorTests {
  @Test func `every documented code has a Chinese and an English text`() {
    #expect(APIErrorCode.all.count == 33)
    for code in APIErrorCode.all {
      #expect(!code.chinese.isEmpty && !code.english.isEmpty, "\(code.rawValue)")
    }
    #expect(Set(APIErrorCode.all.map(\.english)).count == 33)
    #expect(APIErrorCode(rawValue: 1).english.isEmpty)
  }

  @Test(arguments: [
    (
      PBXError(operation: "call/dial", cause: .refused(600001)),
      "call/dial: refused with code 600001 呼叫异常, call failed"
    ),
    (
      PBXError(operation: "call/dial", cause: .refused(600001), detail: "no 7999"),
      "call/dial: refused with code 600001 呼叫异常, call failed (no 7999)"
    ),
    (PBXError(operation: "cdr", cause: .refused(7)), "cdr: refused with code 7"),
    (
      PBXError(operation: "cdr", cause: .invalidParameters("`page` is required")),
      "cdr: invalid parameters: `page` is required"
    ),
    (PBXError(operation: "lab/phone", cause: .lab("no phone 1")), "lab/phone: no phone 1"),
    (PBXError(operation: "call/hold", cause: .unsupported), "call/hold: this PBX cannot do it"),
    (PBXError(operation: "cdr", cause: .connection("refused")), "cdr: no connection: refused"),
  ])
  func `an error says operation, code and both texts`(error: PBXError, text: String) {
    #expect(error.description == text)
  }
}
