/// A JSON value; objects keep the order of their members.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

/// The members of a JSON object, in order; small, so a look-up is a walk.
public struct JSONObject: Hashable, Sendable {
  /// A name and its value.
  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: JSONValue

    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  public private(set) var members: [Member] = []

  public init() {}

  /// Takes members in their order; of several of one name the last value counts, at the place of
  /// the first.
  init(merging members: [Member]) {
    // A walk for each member is quickest for a few, and a trap for the many that a stranger sends.
    guard members.count > 16 else {
      self.members.reserveCapacity(members.count)
      for member in members { self[member.name] = member.value }
      return
    }
    var places: [String: Int] = [:]
    for member in members {
      if let place = places[member.name] {
        self.members[place] = member
      } else {
        places[member.name] = self.members.count
        self.members.append(member)
      }
    }
  }

  /// These members, and those of another object, which count where a name is in both.
  public func merging(_ other: JSONObject) -> JSONObject {
    if other.members.isEmpty { return self }
    return JSONObject(merging: members + other.members)
  }

  public subscript(name: String) -> JSONValue? {
    get { members.first { $0.name == name }?.value }
    set {
      let index = members.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    // Whoever writes a literal writes no name twice.
    members = elements.map { Member(name: $0.0, value: $0.1) }
  }
}
