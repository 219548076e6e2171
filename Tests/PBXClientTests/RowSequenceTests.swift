import PBXClient
import PBXModel
import Synchronization
import Testing

struct RowSequenceTests {
  /// The extensions that a PBX with so many of them answers for a page.
  private static func page(_ request: HTTPRequest, of count: Int) -> HTTPAnswer {
    let query = request.url.split(separator: "?").last ?? ""
    var values: [String: Int] = [:]
    for item in query.split(separator: "&") {
      let parts = item.split(separator: "=")
      values[String(parts[0])] = Int(parts[1])
    }
    let size = values["pageSize"] ?? 1
    let start = ((values["page"] ?? 1) - 1) * size
    return rows(min(start, count)..<min(start + size, count))
  }

  private static func rows(_ range: Range<Int>) -> HTTPAnswer {
    let rows = range.map { JSONValue.object(["endpoint": .string("\($0)")]) }
    return .json(.object(["code": "200", "msg": "", "data": .array(rows), "total": 0]))
  }

  private func walk(
    pageSize: Int, _ answer: @escaping StubTransport.Answer
  ) async throws -> (rows: [String], calls: Int) {
    let (client, stub) = try Bench.client(answering: answer)
    var rows: [String] = []
    for try await row in client.rows(of: ListEndpoints(pageSize: pageSize)) {
      rows.append(row.endpoint)
    }
    return (rows, stub.calls.count)
  }

  @Test(arguments: [(0, 1), (9, 1), (10, 2), (11, 2), (35, 4)])
  func `every row comes once, up to a short page`(count: Int, calls: Int) async throws {
    let walk = try await walk(pageSize: 10) { Self.page($0, of: count) }
    #expect(walk.rows == (0..<count).map(String.init))
    #expect(walk.calls == calls)
  }

  @Test func `a page longer than asked for is the whole list`() async throws {
    let walk = try await walk(pageSize: 10) { _ in Self.rows(0..<25) }
    #expect(walk.rows.count == 25)
    #expect(walk.calls == 1)
  }

  @Test func `the same rows again are the end`() async throws {
    let walk = try await walk(pageSize: 10) { _ in Self.rows(0..<10) }
    #expect(walk.rows.count == 10)
    #expect(walk.calls == 2)
  }

  @Test func `a list without an end is an error at last`() async throws {
    let next = Mutex(0)
    let (client, _) = try Bench.client { _ in
      let row = next.withLock { number in
        number += 1
        return number
      }
      return Self.rows(row..<row + 1)
    }
    var count = 0
    let error = await #expect(throws: PBXError.self) {
      for try await _ in client.rows(of: ListEndpoints(pageSize: 1)) { count += 1 }
    }
    #expect(count == RowSequence<ListEndpoints>.mostPages)
    #expect(error?.operation == "status/endpoint")
  }

  @Test func `pages are asked for only as their rows are`() async throws {
    let (client, stub) = try Bench.client { _ in Self.rows(0..<2) }
    for try await _ in client.rows(of: ListEndpoints(pageSize: 2)) { break }
    #expect(stub.calls.count == 1)
  }

  @Test func `an error ends the walk`() async throws {
    let (client, stub) = try Bench.client { _ in .code("422", "no", status: 422) }
    var rows = client.rows(of: ListEndpoints()).makeAsyncIterator()
    do throws(PBXError) {
      _ = try await rows.next()
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.cause == .invalidParameters("no"))
    }
    #expect(try await rows.next() == nil)
    #expect(stub.calls.count == 1)
  }
}
