import PBXSimulator

extension Section where Subject == Queue {
  /// By the names of Asterisk's `queues.conf` where it has them.
  static let queues = Section(
    name: "a queue", blank: Queue(number: ""),
    fields: [
      Field(
        "number", \.number, .dialled.naming(.queue), isRequired: true, "What is dialled for it"),
      Field("name", \.name, .text, "How it is called"),
      Field("strategy", \.strategy, .choice, "Which of its agents a caller rings"),
      Field("timeout", \.ringTimeout, .duration, "How long an agent's phone rings"),
      Field(
        "retry", \.retry, .duration, "How long after an unanswered ring the next one begins"),
      Field(
        "wrapuptime", \.wrapUp, .duration, "How long an agent is left alone after a call"),
      Field(
        "maxwait", \.maxWait, .optional(.duration, orWord: "unlimited"),
        "How long a caller waits at most"),
      Field(
        "maxlen", \.maxLength, .optional(.number(in: 1...100_000), orWord: "unlimited"),
        "So many callers wait at most"),
      Field("joinempty", \.joinRefusal, .choice, "Without which agents no caller may join"),
      Field(
        "leavewhenempty", \.leaveWhenEmpty, .choice,
        "Without which agents those who wait have to leave"),
      Field(
        "overflow", \.overflow, .optional(.destination, orWord: "none"),
        "Where a caller goes who may not join or has to leave; the call ends where it is `none`"),
    ],
    example: Queue(number: "200", name: "Sales", strategy: .rrmemory, wrapUp: .seconds(10)))
}
