package import FlowRuntime
import LineEditor

/// A value as the shell shows it: records as lines, lists of records as a table, the rest as it
/// would be written in a script.
package struct ValuePrinter: Sendable {
  /// The terminal's width.
  package var columns: Int

  package init(columns: Int) {
    self.columns = columns
  }

  /// Nil where there is nothing to show.
  package func text(_ value: Value) -> String? {
    guard case .reference(let reference) = value else {
      if case .null = value { return nil }
      return value.literalText
    }
    switch reference.content {
    case .text: return value.literalText
    case .list(let elements): return list(elements) ?? value.literalText
    case .map(let map): return record(map)
    case .call(let call): return "call \(call.id): \(call.caller) → \(call.destination)"
    }
  }

  /// One line a member, aligned; what is empty is only counted.
  private func record(_ map: MapValue) -> String {
    let filled = map.members.filter { !Self.isEmpty($0.value) }
    let width = filled.map { TextWidth.columns(of: $0.name) }.max() ?? 0
    var lines = filled.map { member in
      "  " + member.name + ":" + Self.blanks(width - TextWidth.columns(of: member.name) + 1)
        + member.value.displayText
    }
    if let name = map.recordName { lines.insert(name, at: 0) }
    let emptyCount = map.members.count - filled.count
    if emptyCount > 0 { lines.append("  (\(emptyCount) empty)") }
    return lines.isEmpty ? "{}" : lines.joined(separator: "\n")
  }

  /// Nil where the list holds anything but maps.
  private func list(_ elements: [Value]) -> String? {
    guard !elements.isEmpty else { return nil }
    var maps: [MapValue] = []
    for element in elements {
      guard case .reference(let reference) = element, case .map(let map) = reference.content else {
        return nil
      }
      maps.append(map)
    }
    return Table(maps, columns: columns).text
  }

  static func isEmpty(_ value: Value) -> Bool {
    if case .null = value { return true }
    return value.displayText.isEmpty
  }

  static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }
}
