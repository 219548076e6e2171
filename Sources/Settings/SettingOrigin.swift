import YAMLReading

/// Where the text of a setting was found, for its source, for messages and for relative paths.
struct SettingOrigin {
  var source: SettingSource
  /// How it is called there: `cacert`, `CALLFLOW_CACERT` or `--cacert`.
  var name: String
  /// Where its value stands, nil outside of files.
  var place: FilePlace?
  /// What a relative path in it starts from; empty for the current folder.
  var folder = ""
  /// What `~` stands for; nil where nobody knows.
  var home: String?

  /// An error about it.
  func error(_ reason: String, advice: [String] = []) -> SettingsError {
    SettingsError(
      place == nil ? .invocation : .file, "`\(name)` \(reason)", at: place, advice: advice)
  }

  /// A path as the process can open it.
  func resolve(_ path: String) throws(SettingsError) -> String {
    if path.utf8.contains(0) { throw error("must be a path, and holds a NUL") }
    if path == "~" || path.hasPrefix("~/") {
      guard let home else {
        throw error("begins with `~`, and there is no `HOME`", advice: ["write the whole path"])
      }
      return home + path.dropFirst()
    }
    if path.hasPrefix("/") || folder.isEmpty { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }
}

extension SettingOrigin {
  /// The folder that a file is in, empty for the current one.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
