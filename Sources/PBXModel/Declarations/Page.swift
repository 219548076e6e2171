/// One page of a list.
///
/// `total` is 0 on many answers that carry rows: a list ends at a page shorter than asked for.
public struct Page<Row: PBXRecord>: Hashable, Sendable {
  public var rows: [Row]
  public var total: Int

  public init(rows: [Row], total: Int) {
    self.rows = rows
    self.total = total
  }
}

extension Page: OperationAnswer {
  public static var shape: AnswerShape { .rows(Row.form) }

  public var data: JSONValue { .array(rows.map { .object($0.json) }) }

  /// Takes an object for a list of one, as PHP sends it now and then.
  public init?(data: JSONValue, total: Int) {
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

/// An operation that answers a list page by page.
public protocol PagedOperation: PBXOperation where Answer == Page<Row> {
  associatedtype Row: PBXRecord

  /// Counted from 1.
  var page: Int { get set }
  var pageSize: Int { get set }
}
