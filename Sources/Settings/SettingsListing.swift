package import PBXModel

/// Settings as people and programs read them: each value with where it came from, no secrets.
package struct SettingsListing: Sendable {
  /// One setting.
  struct Row: Hashable, Sendable {
    enum Content: Hashable, Sendable {
      case value(String)
      case secret
      case unset
    }

    var name: String
    var content: Content
    var source: SettingSource?
  }

  let rows: [Row]
  /// The parameters of scripts, by name.
  let variables: [Row]

  package init(_ settings: Settings) {
    func row<Value>(_ name: String, _ setting: Setting<Value>?, text: (Value) -> String) -> Row {
      Row(
        name: name, content: setting.map { .value(text($0.value)) } ?? .unset,
        source: setting?.source)
    }
    func row<Value>(_ key: SettingKey, _ setting: Setting<Value>?, text: (Value) -> String) -> Row {
      row(key.rawValue, setting, text: text)
    }
    func secret(_ key: SecretKey, _ setting: Setting<Secret>?) -> Row {
      Row(
        name: key.rawValue, content: setting == nil ? .unset : .secret, source: setting?.source)
    }
    rows = [
      row("profile", settings.profile, text: \.self),
      row(.pbx, settings.target, text: \.description),
      row(.clientID, settings.clientID, text: \.self),
      secret(.clientSecret, settings.clientSecret),
      row(.username, settings.username, text: \.self),
      secret(.password, settings.password),
      row(.push, settings.push, text: \.self),
      row(.certificateAuthority, settings.certificateAuthority, text: \.self),
      row(.zone, settings.zone, text: \.description),
      row(.connectTimeout, settings.connectTimeout, text: DurationText.text),
      row(.answerTimeout, settings.answerTimeout, text: DurationText.text),
      row(.longestCall, settings.longestCall, text: DurationText.text),
      row(.poll, settings.poll, text: DurationText.text),
      row(.lab, settings.lab, text: \.rawValue),
      row(.secretsFile, settings.secretsFile, text: \.self),
      row(.world, settings.world, text: \.self),
    ]
    variables = settings.variables.sorted { $0.key < $1.key }.map { name, setting in
      row(name, setting, text: \.self)
    }
  }
}

extension SettingsListing {
  /// A line for each setting, in columns.
  ///
  /// - Parameter shown: makes a text safe to show on a terminal.
  package func table(shown: (String) -> String) -> String {
    let named =
      rows
      + variables.map { row in
        Row(name: "vars." + row.name, content: row.content, source: row.source)
      }
    let lines = named.map { row in
      (shown(row.name), shown(row.text), row.source.map { shown($0.description) } ?? "")
    }
    let nameWidth = lines.map(\.0.count).max() ?? 0
    let textWidth = lines.map(\.1.count).max() ?? 0
    return lines.map { name, text, source in
      if source.isEmpty { return padded(name, to: nameWidth) + "  \(text)\n" }
      return padded(name, to: nameWidth) + "  " + padded(text, to: textWidth) + "  \(source)\n"
    }.joined()
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// An object with a member for each setting, the parameters of scripts below `vars`.
  package var json: JSONValue {
    var object = JSONObject()
    for row in rows { object[row.name] = row.json }
    var parameters = JSONObject()
    for row in variables { parameters[row.name] = row.json }
    object["vars"] = .object(parameters)
    return .object(object)
  }
}

extension SettingsListing.Row {
  /// The value; of a secret only whether there is one.
  var text: String {
    switch content {
    case .value(let text): text.isEmpty ? "\"\"" : text
    case .secret: "set"
    case .unset: "unset"
    }
  }

  /// `{"value": …, "source": …}`; of a secret `set` in place of the value.
  var json: JSONValue {
    let isSecret = SecretKey(rawValue: name) != nil
    var object = JSONObject()
    switch content {
    case .value(let text): object["value"] = .string(text)
    case .secret: object["set"] = true
    case .unset: object[isSecret ? "set" : "value"] = isSecret ? false : .null
    }
    object["source"] = source?.json ?? .null
    return .object(object)
  }
}

extension SettingSource {
  /// `{"kind": "file", "path": …, "line": …}`, the others with a `name`.
  var json: JSONValue {
    switch self {
    case .builtIn: .object(["kind": "built-in"])
    case .file(let path, let line):
      .object(["kind": "file", "path": .string(path), "line": .integer(line)])
    case .environment(let name): .object(["kind": "environment", "name": .string(name)])
    case .flag(let name): .object(["kind": "flag", "name": .string(name)])
    }
  }
}
