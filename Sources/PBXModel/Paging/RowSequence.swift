extension PBXService {
  /// All rows of a list, page by page as they are asked for.
  ///
  /// For example `rows(of: ListEndpoints(pageSize: 100))`.
  public func rows<Operation: PagedOperation>(of list: Operation) -> RowSequence<Operation> {
    RowSequence(service: self, list: list)
  }
}

/// The rows of a list, over all its pages from the one that is asked for.
///
/// It ends at a page that is not as long as asked for, whatever `total` says: shorter is the last
/// one, and longer is that of a PBX which knows no pages. So does a page like the one before.
public struct RowSequence<Operation: PagedOperation>: AsyncSequence, Sendable {
  public typealias Element = Operation.Row
  public typealias Failure = PBXError

  /// A list of more pages has no end.
  package static var mostPages: Int { 10_000 }

  let service: any PBXService
  let list: Operation

  /// Asks for all of them.
  public func collect() async throws(PBXError) -> [Operation.Row] {
    var rows: [Operation.Row] = []
    var iterator = makeAsyncIterator()
    while let row = try await iterator.next(isolation: nil) { rows.append(row) }
    return rows
  }

  public func makeAsyncIterator() -> Iterator {
    Iterator(service: service, list: list)
  }

  /// Asks for the next page when the rows of the last one are used up.
  public struct Iterator: AsyncIteratorProtocol {
    private let service: any PBXService
    private var list: Operation
    private var rows: [Operation.Row] = []
    private var position = 0
    private var pages = 0
    private var isLast = false

    init(service: any PBXService, list: Operation) {
      self.service = service
      self.list = list
    }

    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(PBXError) -> Operation.Row? {
      if position == rows.count, !isLast { try await turn() }
      guard position < rows.count else { return nil }
      defer { position += 1 }
      return rows[position]
    }

    private mutating func turn() async throws(PBXError) {
      // Where this throws there is nothing behind it.
      isLast = true
      guard pages < RowSequence.mostPages else {
        throw PBXError(
          operation: Operation.name,
          cause: .undecodable("the list has no end: there were \(pages) pages"))
      }
      let page = try await list.perform(on: service).rows
      let isRepeated = pages > 0 && page == rows
      isLast = isRepeated || page.isEmpty || page.count != list.pageSize
      rows = isRepeated ? [] : page
      position = 0
      pages += 1
      list.page += 1
    }
  }
}
