/// A value and where it came from.
package struct Setting<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  package var source: SettingSource

  package init(_ value: Value, from source: SettingSource) {
    self.value = value
    self.source = source
  }
}
