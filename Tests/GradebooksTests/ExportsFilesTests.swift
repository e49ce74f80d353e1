import Answers
import Foundation
import LocatedJSON
import Marking
import TestSupport
import Testing

@testable import Gradebooks

@Suite("Exports, file by file")
struct ExportsFilesTests {
  @Test("ids make safe file names")
  func fileNames() {
    #expect(ExportFile.fileName(of: "ada@x.org") == "ada@x.org")
    #expect(ExportFile.fileName(of: "../a/b") == "%2E.%2Fa%2Fb")
    #expect(ExportFile.fileName(of: "é\n") == "%C3%A9%0A")
    #expect(ExportFile.fileName(of: String(repeating: "x", count: 300)).utf8.count <= 120)
  }

  @Test("a file for each student needs a place for the student in its name")
  func placeholder() throws {
    let folder = try TestFolder()
    #expect(throws: ExportFault.self) {
      try ExportFile(GradescopeExport.self, ExportsSample.order(folder("r.json")))
    }
    let file = try ExportFile(
      GradescopeExport.self, ExportsSample.order(folder("{student}/results.json")))
    for record in ExportsSample.records() { try file.add(record) }
    #expect(
      try file.finish().made == "Exported gradescope: 3 files, \(folder("{student}/results.json"))")
    #expect(try folder.names == ["ada", "bob", "cy"])
  }

  @Test("a class of one needs none")
  func single() throws {
    let folder = try TestFolder()
    let facts = ExportsSample.facts(students: 1)
    let file = try ExportFile(
      GradescopeExport.self, ExportsSample.order(folder("results.json"), facts: facts))
    try file.add(ExportsSample.records()[0])
    #expect(
      try file.finish().made == "Exported gradescope: 1 file, \(folder("results.json"))")
  }

  /// A record with steps of these verdicts and words.
  private static func record(_ id: String, _ steps: [StepFeedback]) -> StudentRecord {
    var record = StudentRecord(id: id)
    let feedback = Feedback(exercise: "double", student: id, steps: steps)
    record.results = [feedback]
    return record
  }

  @Test("what could not be read costs no attempt in PrairieLearn, and shows no marks")
  func notGradable() throws {
    let nothing = """
      {
        "gradable": false,
        "format_errors": [
          "nothing handed in"
        ],
        "message": "nothing handed in",
        "tests": []
      }

      """
    #expect(
      try ExportsSample.text(
        PrairieLearnExport.self, [ExportsSample.records()[2]], ExportsSample.order()) == nothing)
    let slip = Self.record(
      "ada",
      [
        StepFeedback(name: "z", status: .correct, points: 1, outOf: 1),
        StepFeedback(
          name: "y", status: .unreadable, points: 0, outOf: 1, says: ["'3,,' is no number."]),
      ])
    let unread = """
      {
        "gradable": false,
        "format_errors": [
          "y: '3,,' is no number."
        ],
        "message": "ok",
        "tests": []
      }

      """
    #expect(
      try ExportsSample.text(PrairieLearnExport.self, [slip], ExportsSample.order()) == unread)
  }

  @Test(
    "a file for PrairieLearn has at most 1 MB, be it with short texts or without tests",
    arguments: [(400, 2000, 400), (1000, 2000, 1000), (10_000, 5, 0)])
  func longResults(_ steps: Int, _ length: Int, _ kept: Int) throws {
    let text = String(repeating: "\u{7F}", count: length)
    let steps = (0..<steps).map {
      StepFeedback(
        name: "s\($0)", status: .incorrect, points: 0, outOf: 1, says: [Message(words: text)])
    }
    let record = Self.record("ada", steps)
    let json = try ExportsSample.text(PrairieLearnExport.self, [record], ExportsSample.order())
    #expect(json.utf8.count <= 1_000_000)
    let value = try JSONText.parse(SourceText(name: "x", text: json))
    #expect(
      value["tests"].map { if case .array(let tests) = $0.kind { tests.count } else { -1 } } == kept
    )
  }

  @Test("in Classroom 50 everybody has the same maximum, in whole numbers")
  func hundredths() throws {
    for points in [1, 0.5, 1.0 / 3, 0] {
      let step = StepFeedback(name: "y", status: .partial, points: points, outOf: 1.5)
      let text = try ExportsSample.text(
        Classroom50Export.self, [Self.record("ada", [step, step])], ExportsSample.order())
      #expect(text.contains("\n  \"max-score\": 300,\n"))
      // Thirds are rounded once, so that the total is the gradebook's.
      #expect(text.contains("\n  \"score\": \(Int((points * 200).rounded())),\n"))
    }
  }

  @Test("a summary stays below GitHub's 1024 KiB, and says who is missing in it")
  func longSummary() throws {
    let name = String(repeating: "n", count: 100)
    let records = (0..<9000).map { number in
      var record = Self.record(
        "s\(number)", [StepFeedback(name: "y", status: .correct, points: 1, outOf: 1)])
      record.name = name
      return record
    }
    let text = try ExportsSample.text(
      GitHubSummaryExport.self, records, ExportsSample.order())
    #expect(text.utf8.count <= 1024 << 10)
    let rows = text.split(separator: "\n").count { $0.hasPrefix("| s") } - 1
    #expect(rows > 5000)
    #expect(text.hasSuffix("\n… and \(9000 - rows) more students.\n"))
  }

  @Test("of every kind of annotation there are ten, which is what GitHub shows")
  func annotations() throws {
    let records = (0..<12).map { number in
      var record = Self.record(
        "s\(number)",
        [
          StepFeedback(
            name: "y", status: .incorrect, points: 0, outOf: 1,
            says: [Message(words: String(repeating: "w", count: 5000))])
        ])
      record.faults = ["no disk"]
      return record
    }
    let lines = try ExportsSample.text(
      GitHubAnnotationsExport.self, records, ExportsSample.order()
    ).split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines.count { $0.hasPrefix("::error title=") } == 10)
    #expect(lines.allSatisfy { $0.utf8.count < 4100 })
    #expect(
      lines.last
        == "::notice title=Backmark::12 students; 2 more of kind error; 2 more of kind warning")
  }

  @Test("a report that is too long for GitLab is written all the same, and it is said")
  func longReport() throws {
    // Every sign becomes ten bytes.
    let says = [Message(words: String(repeating: "&", count: 3_000_000))]
    let step = StepFeedback(name: "y", status: .incorrect, points: 0, outOf: 1, says: says)
    let written = try ExportsSample.written(
      JUnitExport.self, [Self.record("ada", [step])], ExportsSample.order())
    #expect(written.text.utf8.count > 30_000_000)
    #expect(written.notes == ["GitLab reads no file of more than 30 MB; others may"])
    let short = try ExportsSample.written(
      JUnitExport.self, ExportsSample.records(), ExportsSample.order())
    #expect(short.notes == [])
  }

  @Test("a case of JUnit's is passed, failed, skipped or in error, whoever's fault it is")
  func outcomes() throws {
    var record = Self.record(
      "ada",
      Status.allCases.map {
        StepFeedback(name: $0.rawValue, status: $0, points: $0 == .correct ? 1 : 0, outOf: 1)
      })
    record.faults = ["no\u{0} disk \u{FFFE}"]
    #expect(
      try ExportsSample.text(JUnitExport.self, [record], ExportsSample.order()) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="backmark">
          <testsuite name="ada" tests="9" failures="5" errors="2" skipped="1">
            <testcase classname="double.ada" name="correct"/>
            <testcase classname="double.ada" name="followsThrough"><failure message="follows" type="followsThrough">follows</failure></testcase>
            <testcase classname="double.ada" name="partial"><failure message="partly" type="partial">partly</failure></testcase>
            <testcase classname="double.ada" name="incorrect"><failure message="wrong" type="incorrect">wrong</failure></testcase>
            <testcase classname="double.ada" name="unanswered"><failure message="no answer" type="unanswered">no answer</failure></testcase>
            <testcase classname="double.ada" name="unreadable"><failure message="unreadable" type="unreadable">unreadable</failure></testcase>
            <testcase classname="double.ada" name="toBeRead"><skipped message="to be read">to be read</skipped></testcase>
            <testcase classname="double.ada" name="notRun"><error message="not run" type="notRun">not run</error></testcase>
            <testcase classname="ada" name="fault 1"><error message="no␀ disk �" type="notRun">no␀ disk �</error></testcase>
          </testsuite>
        </testsuites>

        """)
  }
}
