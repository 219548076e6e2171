extension PureFunction {
  /// Functions of lists and maps.
  static let lists = [
    PureFunction(
      "length", [.init("value")],
      summary: "How many elements a list, names a map, or characters a text has.",
      examples: ["expect length([1, 2]) == 2"]
    ) { arguments throws(RuntimeFailure) in
      if let list = arguments[0].listValue { return .integer(list.count) }
      if let map = arguments[0].mapValue { return .integer(map.members.count) }
      if let text = arguments[0].textValue { return .integer(text.count) }
      throw bad("length", "takes a list, a map or a text, this is \(arguments[0].typePhrase)")
    },
    PureFunction(
      "keys", [.init("map")], summary: "The names in a map or a record, as a list.",
      examples: [#"expect keys({ a: 1 }) == ["a"]"#]
    ) { arguments throws(RuntimeFailure) in
      .list(try map(arguments[0], "keys").members.map { .text($0.name) })
    },
    PureFunction(
      "values", [.init("map")], summary: "The values in a map or a record, as a list.",
      examples: ["expect values({ a: 1 }) == [1]"]
    ) { arguments throws(RuntimeFailure) in
      .list(try map(arguments[0], "values").members.map(\.value))
    },
    PureFunction(
      "join", [.init("list"), .init("separator", isRequired: false)],
      summary: "The elements of a list as one text.",
      examples: [#"expect join([8001, 8002], ", ") == "8001, 8002""#]
    ) { arguments throws(RuntimeFailure) in
      let separator = arguments[1]
      let mark = if case .null = separator { "" } else { try text(separator, "join") }
      return .text(
        try list(arguments[0], "join").map(\.displayText).joined(separator: mark))
    },
    PureFunction(
      "min", [.init("list")], summary: "The least element of a list.",
      examples: ["expect min([3, 1, 2]) == 1"]
    ) { arguments throws(RuntimeFailure) in
      try extreme(.less, of: list(arguments[0], "min"), "min")
    },
    PureFunction(
      "max", [.init("list")], summary: "The greatest element of a list.",
      examples: ["expect max([3, 1, 2]) == 3"]
    ) { arguments throws(RuntimeFailure) in
      try extreme(.greater, of: list(arguments[0], "max"), "max")
    },
    PureFunction(
      "sum", [.init("list")], summary: "The sum of a list's numbers or durations.",
      examples: ["expect sum([1, 2, 3]) == 6"]
    ) { arguments throws(RuntimeFailure) in
      let elements = try list(arguments[0], "sum")
      guard var total = elements.first else { return .integer(0) }
      for element in elements.dropFirst() {
        total = try ArithmeticOperator.add.apply(total, element)
      }
      return total
    },
    PureFunction(
      "sort", [.init("list")], summary: "The list in rising order.",
      examples: ["expect sort([3, 1, 2]) == [1, 2, 3]"]
    ) { arguments throws(RuntimeFailure) in
      .list(try sorted(list(arguments[0], "sort")))
    },
    PureFunction(
      "unique", [.init("list")], summary: "The list without repeated elements.",
      examples: ["expect unique([1, 2, 1]) == [1, 2]"]
    ) { arguments throws(RuntimeFailure) in
      var result: [Value] = []
      var seen: [Value.EqualityClass: [Value]] = [:]
      for element in try list(arguments[0], "unique") {
        let alike = element.equalityClass
        if seen[alike, default: []].contains(where: { $0.isEqual(to: element) }) { continue }
        seen[alike, default: []].append(element)
        result.append(element)
      }
      return .list(result)
    },
    PureFunction(
      "range", [.init("first"), .init("last")],
      summary: "The whole numbers from the first to the last, both included, as a list.",
      examples: ["expect range(8001, 8003) == [8001, 8002, 8003]"]
    ) { arguments throws(RuntimeFailure) in
      let first = try integer(arguments[0], "range")
      let last = try integer(arguments[1], "range")
      guard first <= last else { return .list([]) }
      let (span, isOverflow) = last.subtractingReportingOverflow(first)
      guard !isOverflow, span < 1_000_000 else {
        throw bad("range", "makes at most a million numbers")
      }
      return .list((first...last).map { .integer($0) })
    },
  ]

  private static func map(_ value: Value, _ name: String) throws(RuntimeFailure) -> MapValue {
    if let map = value.mapValue { return map }
    throw bad(name, "takes a map or a record, this is \(value.typePhrase)")
  }

  private static func extreme(
    _ order: Value.Order, of list: [Value], _ name: String
  ) throws(RuntimeFailure) -> Value {
    guard var best = list.first else { throw bad(name, "needs a list that is not empty") }
    for element in list.dropFirst() where try element.order(to: best) == order { best = element }
    return best
  }

  /// Merges, so that an order that fails ends the sorting; equal elements keep their places.
  private static func sorted(_ list: [Value]) throws(RuntimeFailure) -> [Value] {
    guard list.count > 1 else { return list }
    let middle = list.count / 2
    let left = try sorted(Array(list[..<middle]))
    let right = try sorted(Array(list[middle...]))
    var merged: [Value] = []
    merged.reserveCapacity(list.count)
    var (l, r) = (0, 0)
    while l < left.count, r < right.count {
      if try right[r].order(to: left[l]) == .less {
        merged.append(right[r])
        r += 1
      } else {
        merged.append(left[l])
        l += 1
      }
    }
    return merged + left[l...] + right[r...]
  }
}
