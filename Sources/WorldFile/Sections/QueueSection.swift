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
      Field(
        "timeout", \.ringTimeout, .duration,
        "How long agents' phones ring for a caller; without limit where it is `0s`"),
      Field(
        "retry", \.retry, .duration, "How long after an unanswered ring the next one begins"),
      Field(
        "wrapuptime", \.wrapUp, .duration,
        "How long an agent is left alone after a call, by all queues"),
      Field(
        "maxwait", \.maxWait, .optional(.duration, orWord: "unlimited"),
        "How long a caller waits at most"),
      Field(
        "maxlen", \.maxLength, .optional(.number(in: 1...100_000), orWord: "unlimited"),
        "So many callers wait at most"),
      Field(
        "servicelevel", \.serviceLevel, .duration,
        "How soon an agent has to answer for a record's `service_level` to be 1"),
      Field(
        "joinempty", \.joinRefusal, .choice,
        "Who has to be signed in for callers to join: anybody (`loose`), one not in a break "
          + "(`unpaused`), one whose phone is registered besides (`strict`); `off` is nobody"),
      Field(
        "leavewhenempty", \.leaveWhenEmpty, .choice,
        "Who has to be signed in for callers to stay, by the same words"),
      Field(
        "overflow", \.overflow, .optional(.destination, orWord: "none"),
        "Where a caller goes who may not join or has to leave; the call ends where it is `none`"),
    ],
    example: Queue(number: "200", name: "Sales", strategy: .rrmemory, wrapUp: .seconds(10)))
}
