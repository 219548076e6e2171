import CEditShim

/// What Tab does.
extension TerminalReader {
  /// Inserts what all candidates have in common; where that is nothing new, lists them.
  func complete() -> UInt8 {
    let line = self.line
    let list = completer(CompletionRequest(line: line.scalars, cursor: line.cursor))
    guard !list.candidates.isEmpty else { return UInt8(CC_REFRESH_BEEP) }

    let common = list.commonText
    let replaced = line.scalars[(line.cursor - list.replacedCount)..<line.cursor]
    if !common.isEmpty, !common.elementsEqual(replaced), common.count >= replaced.count {
      if list.replacedCount > 0 { el_deletestr(edit, Int32(list.replacedCount)) }
      let characters = common.map { wchar_t(bitPattern: $0.value) } + [0]
      return el_winsertstr(edit, characters) == -1 ? UInt8(CC_ERROR) : UInt8(CC_REFRESH)
    }
    var rows: Int32 = 0
    var columns: Int32 = 0
    cedit_window_size(&rows, &columns)
    printAbove(CandidateLayout(columns: Int(columns)).text(list.candidates))
    return UInt8(CC_NORM)
  }
}
