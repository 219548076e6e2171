/// Where a value came from.
package enum SettingSource: Hashable, Sendable {
  /// The program's own default.
  case builtIn
  /// A line of a file, counted from 1.
  case file(path: String, line: Int)
  /// An environment variable.
  case environment(name: String)
  /// An option of the command line, such as `--pbx`.
  case flag(name: String)
}

extension SettingSource {
  /// Whether it stands on the command line.
  package var isFlag: Bool {
    if case .flag = self { true } else { false }
  }
}

extension SettingSource: CustomStringConvertible {
  package var description: String {
    switch self {
    case .builtIn: "built in"
    case .file(let path, let line): "\(path):\(line)"
    case .environment(let name): name
    case .flag(let name): name
    }
  }
}
