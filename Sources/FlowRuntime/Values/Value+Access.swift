extension Value {
  /// `.name`: a member of a map or a record, or what a call was made with.
  ///
  /// - Throws: a script failure, with did-you-mean, where there is no such field.
  package func field(_ name: String) throws(RuntimeFailure) -> Value {
    guard let fields = members else {
      throw RuntimeProblem.noFields(name: name, of: self).failure
    }
    if let value = fields[name] { return value }
    throw RuntimeProblem.unknownField(
      name: name, of: self, known: fields.members.map(\.name)
    ).failure
  }

  /// `.name?`: null where there is no such field, and on null.
  ///
  /// - Throws: a script failure where the value is of a kind that never has fields.
  package func optionalField(_ name: String) throws(RuntimeFailure) -> Value {
    if case .null = self { return .null }
    guard let fields = members else {
      throw RuntimeProblem.noFields(name: name, of: self).failure
    }
    return fields[name] ?? .null
  }

  /// The fields that `.name` reads; nil for values without any.
  package var members: MapValue? {
    guard case .reference(let reference) = self else { return nil }
    switch reference.content {
    case .map(let map): return map
    case .call(let call):
      return MapValue(members: [
        ("extension", .text(call.extension)), ("destination", .text(call.destination)),
        ("caller", .text(call.caller)),
      ])
    case .text, .list: return nil
    }
  }

  /// `[index]`: an element by its number, from 0 or from the end with a minus, or a member by name.
  ///
  /// - Throws: a script failure where there is none, or the value has no elements.
  package func element(at index: Value) throws(RuntimeFailure) -> Value {
    if case .reference(let reference) = self {
      switch (reference.content, index) {
      case (.list(let elements), .integer(let number)):
        let offset = number < 0 ? elements.count + number : number
        guard elements.indices.contains(offset) else {
          throw RuntimeProblem.indexOutOfRange(index: number, count: elements.count).failure
        }
        return elements[offset]
      case (.map(let map), .reference), (.map(let map), .integer):
        if let name = index.writtenText {
          if let value = map[name] { return value }
          throw RuntimeProblem.unknownField(
            name: name, of: self, known: map.members.map(\.name)
          ).failure
        }
      case (.text, _), (.list, _), (.map, _), (.call, _): break
      }
    }
    throw RuntimeProblem.notIndexable(self, index: index).failure
  }

  /// `contains`: an element of a list, a name of a map, a part of a text.
  ///
  /// - Throws: a script failure where the value cannot contain anything.
  package func contains(_ element: Value) throws(RuntimeFailure) -> Bool {
    if case .reference(let reference) = self {
      switch reference.content {
      case .list(let elements): return elements.contains { $0.isEqual(to: element) }
      case .map(let map): return element.writtenText.map { map[$0] != nil } ?? false
      case .text, .call: break
      }
    }
    if let text = writtenText, let part = element.writtenText {
      return TextSearch.contains(text, part)
    }
    throw RuntimeProblem.notContainer(self, element: element).failure
  }

  /// What a `for` runs over: a list's elements, or a map's names.
  ///
  /// - Throws: a script failure for any other value.
  package func iterated() throws(RuntimeFailure) -> Value {
    if listValue != nil { return self }
    if let map = mapValue { return .list(map.members.map { .text($0.name) }) }
    throw RuntimeProblem.notIterable(self).failure
  }
}
