import FlowDiagnostics
import Synchronization
import Testing

@testable import FlowSyntax

#if canImport(Glibc)
  import Glibc
#endif

/// However deep a file nests, the parser answers with a diagnostic on a small stack.
struct DepthTests {
  private static let count = 10_000

  /// What each text repeats before and behind its middle.
  static let shapes: [(before: String, middle: String, behind: String)] = [
    ("(", "1", ")"), ("[", "1", "]"), ("{ a: ", "1", " }"), ("f(", "1", ")"), ("- ", "1", ""),
    ("not ", "a", ""), ("!", "a", ""), ("1 + ", "1", ""), ("a and ", "b", ""),
    ("a == (", "b", ")"), ("", "a", ".b"), ("", "a", "[0]"), ("a[", "0", "]"),
    ("\"${", "a", "}\""), ("\"\"\"${", "a", "}\"\"\""), ("if a { ", "log 1", " }"),
    ("if a { } else ", "if b { }", ""), ("test \"a\" { ", "log 1", " }"),
    ("repeat 2 { ", "log 1", " }"), ("a ?? ", "b", ""), ("hangup (", "1", ")"),
    ("log (hangup (", "1", "))"), ("dial (", "1", ") -> 2"), ("wait until ", "a", ""),
    ("(wait cdr where ", "a", ")"), ("whle ", "1", " { }"), ("whle { ", "1", " }"),
    ("a < ", "b", ""), ("{ ", "", " }"), ("} ", "", ""), ("(", "", ""), ("\"${", "", ""),
    ("{ a: ", "", ""), ("if a {\n", "", ""), ("(]", "", ""), ("\"${(", "", ""),
  ]

  @Test(arguments: shapes.indices)
  func `ten thousand levels are read on a stack of half a megabyte`(_ index: Int) {
    let shape = Self.shapes[index]
    let text =
      String(repeating: shape.before, count: Self.count) + shape.middle
      + String(repeating: shape.behind, count: Self.count)
    for prefix in ["", "log ", "let x = ", "if ", "("] {
      let bytes = Array((prefix + text).utf8)
      let sizes = onSmallStack {
        let result = Corpus.parse(bytes)
        return (result.tokens.reduce(0) { $0 + $1.range.count + $1.leadingTrivia.count })
      }
      #expect(sizes == bytes.count)
    }
  }

  @Test(arguments: ["(", "[", "not ", "- ", "1 + ", "\"${", "if a { "])
  func `the diagnostic says that the file nests too deeply, and nothing else`(_ part: String) {
    let text = "log 1\n" + String(repeating: part, count: Self.count)
    let prefix = part.hasPrefix("if") ? "" : "log "
    let diagnostics = Corpus.parse("log 1\n" + prefix + String(text.dropFirst(6))).diagnostics
    #expect(diagnostics.map(\.code) == ["E0121"])
  }

  @Test(arguments: [
    (" + 1", "this expression has more than 200 operators"),
    (".b", "this expression has more than 200 operators"),
    (" + (1", "this is nested more than 64 levels deep"),
  ])
  func `the diagnostic says what there is too much of`(_ part: String, _ message: String) {
    let diagnostics = Corpus.parse("log a" + String(repeating: part, count: 300)).diagnostics
    #expect(diagnostics.map(\.message) == [message])
  }

  @Test
  func `what people write is not too deep`() {
    let sum = (1...190).map { "\($0)" }.joined(separator: " + ")
    #expect(Corpus.parse("log \(sum)").diagnostics.isEmpty)
    let brackets = String(repeating: "(", count: 50) + "1" + String(repeating: ")", count: 50)
    #expect(Corpus.parse("log \(brackets)").diagnostics.isEmpty)
    let blocks = String(repeating: "if a { ", count: 30) + String(repeating: "}", count: 30)
    #expect(Corpus.parse(blocks).diagnostics.isEmpty)
  }

  /// Runs a body on a thread with a stack of 512 KiB and waits for it.
  private func onSmallStack(_ body: @escaping @Sendable () -> Int) -> Int? {
    let box = Job(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 512 * 1024)
    defer { pthread_attr_destroy(&attributes) }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(box).toOpaque()
    let failure = pthread_create(
      &thread, &attributes,
      { context in
        guard let context else { return nil }
        Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context)
    guard failure == 0 else { return nil }
    pthread_join(thread, nil)
    return box.result.withLock(\.self)
  }
}

/// Work for another thread and its answer.
private final class Job: Sendable {
  let result = Mutex<Int?>(nil)
  private let body: @Sendable () -> Int

  init(_ body: @escaping @Sendable () -> Int) {
    self.body = body
  }

  func run() {
    let answer = body()
    result.withLock { $0 = answer }
  }
}
