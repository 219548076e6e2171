/// Where the text of a script comes from, as named on the command line.
package enum ScriptInput: Hashable, Sendable {
  /// A file, or a folder that is searched.
  case path(String)
  case standardInput
  /// The text itself.
  case code(String)

  /// Reads an argument of the command line: `-` is standard input.
  package init(argument: String) {
    self = argument == "-" ? .standardInput : .path(argument)
  }

  /// What the script is called in messages where it is not a file.
  package static let codeName = "<command line>"
  package static let standardInputName = "<standard input>"
}
