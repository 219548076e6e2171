import YAMLReading

extension YAMLPart {
  /// Reads a file; nil where it holds nothing.
  init?(reading file: SettingsFile) throws(SettingsError) {
    do throws(YAMLFault) {
      try self.init(reading: file.text, of: file.path)
    } catch {
      throw SettingsError(error)
    }
  }

  /// The members of a map, none of nothing; nil for what is no map.
  func members() throws(SettingsError) -> [Member]? {
    do throws(YAMLFault) { return try entries() } catch { throw SettingsError(error) }
  }
}

extension SettingsError {
  /// A file that is no YAML.
  fileprivate init(_ fault: YAMLFault) {
    self.init(.file, fault.message, at: fault.place, advice: fault.advice)
  }
}
