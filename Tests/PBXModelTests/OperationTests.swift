import Foundation
import PBXModel
import Testing

struct OperationTests {
  @Test func `every file of the folder is a line of the registry, and they are sorted`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Sources/PBXModel/Operations")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { $0.replacing(".swift", with: "") }
    #expect(Operations.all.map { String(describing: $0) } == files.sorted())
  }

  @Test func `no two operations share a name or an address`() {
    #expect(Set(Operations.all.map { $0.name }).count == Operations.all.count)
    #expect(Set(Operations.all.map { $0.path }).count == Operations.all.count)
  }

  @Test(arguments: Operations.all.map(Named.init))
  func `an operation's declaration agrees with how it reads and writes`(_ named: Named) throws {
    try check(named.operation)
  }

  /// Reads a request with every field filled in, writes it, and leaves out each required one.
  private func check<Operation: PBXOperation>(_ operation: Operation.Type) throws {
    var full = JSONObject()
    for field in Operation.fields {
      full[field.name] = sample(of: field)
    }
    #expect(try Operation(parameters: full).parameters == full)

    var numeric = full
    for field in Operation.fields where field.kind == .number {
      numeric[field.name] = .string(text(of: field))
    }
    #expect(try Operation(parameters: numeric).parameters == full)

    for field in Operation.fields {
      for missing in [nil, JSONValue.string("")] {
        var partial = full
        partial[field.name] = missing
        let error = Result { () throws(PBXError) in try Operation(parameters: partial) }.failure
        #expect((error != nil) == field.isRequired, "\(field.name)")
        if field.isRequired { #expect(error?.code == Operation.parameterError) }
      }
    }
    #expect(Operation.summary.last != ".")
    #expect(Operation.fields.allSatisfy { $0.documentation.hasSuffix(".") })
  }

  private func sample(of field: OperationField) -> JSONValue {
    let text = text(of: field)
    return field.kind == .number ? Int(text).map(JSONValue.integer) ?? .null : .string(text)
  }

  private func text(of field: OperationField) -> String {
    if let value = field.values.first { return value }
    if field.kind == .number { return "7" }
    return ["start", "end", "start_time", "end_time"].contains(field.name)
      ? "2026-01-05 09:00:00" : "8001"
  }

  @Test func `a number is taken where text is documented`() throws {
    let dial = try Dial(parameters: ["extension": 8001, "dest": 8002])
    #expect(dial == Dial(extension: "8001", dest: "8002"))
  }

  @Test func `a list is no text`() {
    let error = #expect(throws: PBXError.self) {
      try Dial(parameters: ["extension": [], "dest": "8002"])
    }
    #expect(error?.cause == .refused(600000))
  }

  @Test func `a dial's answer is read as it is written`() throws {
    let answer = Dial.Answer(uniqueid: "hwd-1.2")
    #expect(Dial.Answer(data: answer.data, total: 0) == answer)
    #expect(Dial.Answer(data: [], total: 0) == nil)
  }

  @Test func `a page is read as it is written, and a single object as a list of one`() throws {
    let row = EndpointStatus(json: ["endpoint": "8001", "state": "Not in use", "extra": 1])
    let page = Page(rows: [row], total: 0)
    #expect(Page<EndpointStatus>(data: page.data, total: 0)?.rows == [row])
    #expect(Page<EndpointStatus>(data: .object(row.json), total: 0)?.rows == [row])
    #expect(Page<EndpointStatus>(data: .null, total: 0)?.rows == [])
    #expect(Page<EndpointStatus>(data: "nothing", total: 0) == nil)
    #expect(Page<EndpointStatus>(data: [1], total: 0) == nil)
  }

  struct Named: CustomTestStringConvertible, Sendable {
    var operation: any PBXOperation.Type

    init(_ operation: any PBXOperation.Type) { self.operation = operation }

    var testDescription: String { operation.name }
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}
