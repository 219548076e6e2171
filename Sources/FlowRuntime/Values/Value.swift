package import PBXModel

/// A value of the language: small ones in place, the rest behind one shared reference.
///
/// One pointer-sized payload keeps a value in 16 bytes, which the machine's loop depends on.
package enum Value: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case decimal(Double)
  /// In nanoseconds.
  case duration(Int64)
  case time(Timestamp)
  case reference(Reference)

  /// What does not fit in place; never changed once made.
  package final class Reference: Sendable {
    package enum Content: Sendable {
      case text(String)
      case list([Value])
      case map(MapValue)
      case call(CallHandle)
    }
    package let content: Content
    /// How many lists and maps stand inside each other here; 0 for a text or a call.
    let nesting: Int

    package init(_ content: Content) {
      self.content = content
      nesting =
        switch content {
        case .text, .call: 0
        case .list(let elements): Value.nesting(of: elements)
        case .map(let map): Value.nesting(of: map.members.lazy.map(\.value))
        }
    }
  }

  /// How deeply lists and maps nest; whoever walks a value by recursion, the release of its memory
  /// too, counts on it.
  static let nestingLimit = 200

  private static func nesting(of elements: some Sequence<Value>) -> Int {
    var deepest = 0
    for case .reference(let reference) in elements { deepest = max(deepest, reference.nesting) }
    return deepest + 1
  }

  package static func text(_ text: String) -> Value { .reference(Reference(.text(text))) }
  package static func list(_ elements: [Value]) -> Value { .reference(Reference(.list(elements))) }
  package static func map(_ map: MapValue) -> Value { .reference(Reference(.map(map))) }
  package static func call(_ call: CallHandle) -> Value { .reference(Reference(.call(call))) }
}

/// A map, or a record of the API: its members in order, and the record's name where it is one.
package struct MapValue: Sendable {
  package var members: [(name: String, value: Value)]
  /// Such as `call record`; nil for a map of the script.
  package var recordName: String?

  package init(members: [(name: String, value: Value)], recordName: String? = nil) {
    self.members = members
    self.recordName = recordName
  }

  package subscript(name: String) -> Value? {
    members.first { $0.name == name }?.value
  }
}

/// A call that a script made, as a value: what is true of it now, the call ledger knows.
package struct CallHandle: Hashable, Sendable {
  /// Counts the calls of a run from 1.
  package var id: Int
  /// Who acts in it: a call stands for this where a command takes an extension.
  package var `extension`: String
  package var destination: String
  /// Who called: the extension, or the outside caller of a call that came in.
  package var caller: String

  package init(id: Int, `extension`: String, destination: String, caller: String? = nil) {
    self.id = id
    self.extension = `extension`
    self.destination = destination
    self.caller = caller ?? `extension`
  }
}
