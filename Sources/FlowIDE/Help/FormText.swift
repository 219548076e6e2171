package import FlowSyntax

/// A form of a command as a manual shows it: `transfer blind [EXTENSION ->] DEST`.
package struct FormText: Hashable, Sendable {
  package let text: String

  package init(_ form: CommandForm, verb: String) {
    let elements = form.elements.map(Self.text)
    let options = form.options.map { "[\($0.word) \(Self.text($0.slot))]" }
    text = ([verb] + elements + options).joined(separator: " ")
  }

  private static func text(_ element: CommandForm.Element) -> String {
    switch element {
    case .word(let word): word
    case .operand(let slot): text(slot)
    case .optionalOperand(let slot): "[\(text(slot))]"
    case .actor(let slot): "[\(text(slot)) ->]"
    case .arrow: "->"
    }
  }

  private static func text(_ slot: OperandSlot) -> String {
    ([slot.name.uppercased()] + slot.words).joined(separator: "|")
  }
}
