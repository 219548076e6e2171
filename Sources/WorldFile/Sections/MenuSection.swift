import PBXSimulator

extension Section where Subject == Menu {
  static let menus = Section(
    name: "a menu", blank: Menu(name: "", prompt: "", length: .zero),
    fields: [
      Field(
        "name", \.name, .word.naming(.menu), isRequired: true,
        "Its context in the dial plan, such as `aa_1001315`"),
      Field("prompt", \.prompt, .text, isRequired: true, "The name of the sound that it plays"),
      Field("length", \.length, .duration, isRequired: true, "How long that sound is"),
      Field(
        "digits", \.digits, .keys(to: .destination),
        "Where each key, or each run of keys, leads"),
      Field("timeout", \.timeout, .duration, "How long after its prompt it waits for a key"),
      Field(
        "timeout-destination", \.timeoutDestination, .optional(.destination, orWord: "none"),
        "Where a caller goes who presses none; the call ends where it is `none`"),
      Field(
        "invalid-destination", \.invalidDestination, .optional(.destination, orWord: "none"),
        "Where a caller goes who presses something else; the call ends where it is `none`"),
      Field(
        "repeats", \.repeats, .number(in: 0...100),
        "So many times the prompt is played again before that"),
    ],
    example: Menu(
      name: "aa_1001315", prompt: "demo-congrats", length: .seconds(10), digits: ["1": "8002"]))
}
