import Testing

@testable import LineEditor

@Suite struct CandidateTests {
  private func candidate(_ text: String, _ summary: String = "") -> CandidateList.Candidate {
    CandidateList.Candidate(text: text, suffix: " ", summary: summary)
  }

  @Test(arguments: [
    (["transfer"], "transfer "),
    (["8001", "8002"], "800"),
    (["打电话", "打断"], "打"),
    (["dial", "wait"], ""),
    ([], ""),
  ])
  func `what all candidates have in common is inserted`(texts: [String], common: String) {
    let list = CandidateList(replacedCount: 0, candidates: texts.map { candidate($0) })
    #expect(String(String.UnicodeScalarView(list.commonText)) == common)
  }

  @Test func `few candidates are shown with their summaries`() {
    let text = CandidateLayout(columns: 30).text([
      candidate("打电话", "rings two phones, one after the other"),
      candidate("dial", "rings"),
      candidate("x"),
    ])
    #expect(
      text == """
          打电话  rings two phones, o
          dial    rings
          x
        """)
  }

  @Test func `summaries that are all the same are left out`() {
    let text = CandidateLayout(columns: 80).text([
      candidate("8001", "extension"), candidate("8002", "extension"),
    ])
    #expect(text == "8001  8002")
  }

  @Test func `many candidates are shown in columns`() {
    let candidates = (8001...8013).map { candidate(String($0)) }
    #expect(
      CandidateLayout(columns: 32).text(candidates) == """
        8001  8004  8007  8010  8013
        8002  8005  8008  8011
        8003  8006  8009  8012
        """)
  }
}
