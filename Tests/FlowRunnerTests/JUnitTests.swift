import FlowRunner
import Testing

/// The report for CI servers.
struct JUnitTests {
  private let report = SampleRun.report(by: JUnitRecorder())

  @Test func `suites carry counts and times`() {
    let lines = report.split(separator: "\n")
    #expect(lines.first == #"<?xml version="1.0" encoding="UTF-8"?>"#)
    #expect(
      lines.contains(
        #"<testsuites name="callflow" tests="5" failures="1" errors="2" skipped="1" time="1.320">"#
      ), "\(report)")
    #expect(
      lines.contains(
        #"  <testsuite name="transfers.flow" tests="2" failures="1" errors="0" skipped="0""#
          + #" time="1.320" timestamp="2026-01-05T01:00:00">"#), "\(report)")
  }

  @Test func `a test that passed holds what it logged, with what XML cannot hold replaced`() {
    #expect(
      report.contains(
        """
            <testcase name="a call to 8002" classname="transfers.flow" time="1.300">
              <system-out>über \u{FFFD}[1m&lt;8002&gt;
        </system-out>
            </testcase>
        """), "\(report)")
  }

  @Test func `a test that failed says why`() {
    #expect(
      report.contains(
        #"<testcase name="a &lt;wrong&gt; &quot;sum&quot;" classname="transfers.flow""#
          + #" time="0.020">"#
      ), "\(report)")
    #expect(
      report.contains(#"<failure type="E0301" message="the expectation does not hold">"#))
  }

  @Test func `a script that does not compile and a test that is inconclusive are errors`() {
    #expect(report.contains(#"<error type="E0101" message="unknown command `dail`">"#))
    #expect(report.contains(#"<error type="E0401" message="this PBX has no lab">"#))
  }

  @Test func `a test that was not begun is skipped`() {
    #expect(report.contains(#"<skipped message="the run was interrupted"/>"#))
  }

  @Test func `a run of nothing is a report of nothing`() {
    let report = SampleRun.report(by: JUnitRecorder(), of: [.runEnded(nil)])
    #expect(
      report == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="callflow" tests="0" failures="0" errors="0" skipped="0" time="0.000">
        </testsuites>

        """)
  }

  @Test(arguments: ReportFormat.allCases)
  func `every report can be asked for by its name`(format: ReportFormat) throws {
    let request = try #require(ReportRequest(argument: "\(format.rawValue)=out/a=b.xml"))
    #expect(request.format == format)
    #expect(request.destination == .file("out/a=b.xml"))
    #expect(
      ReportRequest(argument: "\(format.rawValue)=-")?.destination == .standardOutput)
    #expect(!SampleRun.report(by: format.makeRecorder()).isEmpty)
  }

  @Test(arguments: ["junit", "junit=", "=x", "unknown=x", ""])
  func `a report without format or path is refused`(argument: String) {
    #expect(ReportRequest(argument: argument) == nil)
  }
}
