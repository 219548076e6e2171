import PBXSimulator

extension Section where Subject == Mailbox {
  static let mailboxes = Section(
    name: "a mailbox", blank: Mailbox(number: ""),
    fields: [
      Field(
        "number", \.number, .dialled.naming(.mailbox), isRequired: true,
        "Its number; `vm` and the number is dialled for it"),
      Field(
        "greeting", \.greeting, .duration, "How long the greeting is, before the message begins"),
      Field("shortest-message", \.shortestMessage, .duration, "What is shorter is no message"),
      Field("longest-message", \.longestMessage, .duration, "Where a message is cut off"),
      Field(
        "takes-unanswered", \.takesUnanswered, .flag,
        "Whether calls that nobody answered, or whose phone is offline, are sent there"),
      Field("takes-busy", \.takesBusy, .flag, "Whether calls to a busy phone are sent there"),
    ],
    example: Mailbox(number: "8001"))
}
