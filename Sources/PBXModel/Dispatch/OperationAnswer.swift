/// What an operation answers, as the envelope carries it.
package protocol OperationAnswer: Sendable {
  /// The envelope's `data`.
  var data: JSONValue { get }
  /// The envelope's `total`.
  var total: Int { get }

  /// Reads an answer; nil where it has not the documented form.
  init?(data: JSONValue, total: Int)
}

extension OperationAnswer {
  package var total: Int { 0 }
}

/// The answer of an operation that has nothing to return.
package struct Done: OperationAnswer, Hashable {
  package init() {}

  package var data: JSONValue { .array([]) }

  /// Takes whatever the PBX sent along with its success.
  package init?(data: JSONValue, total: Int) {}
}

extension Page: OperationAnswer where Row: PBXRecord {
  package var data: JSONValue { .array(rows.map { .object($0.json) }) }

  /// Takes an object for a list of one, as PHP sends it now and then.
  package init?(data: JSONValue, total: Int) {
    switch data {
    case .array(let values):
      var rows: [Row] = []
      for value in values {
        guard case .object(let json) = value else { return nil }
        rows.append(Row(json: json))
      }
      self.init(rows: rows, total: total)
    case .object(let json):
      self.init(rows: [Row(json: json)], total: total)
    case .null:
      self.init(rows: [], total: total)
    case .boolean, .integer, .number, .string:
      return nil
    }
  }
}
