@testable import Gradebooks
import Foundation
import TestSupport
import Testing

/// The whole of what every form writes; those that fill a download are in `ExportsDownloadsTests`,
/// and Moodle's zip in `ExportsMoodleFeedbackTests`.
@Suite("Exports, whole")
struct ExportsGoldenTests {
  static let golden: [(String, String)] = [
    ("alike", "student,name,other student,other name,shared,chance,what\r\n"),
    (
      "csv",
      """
      student,name,exercise,step,status,points,out_of,says\r
      ada,Ada L.,double,y,correct,1,1,\r
      bob,,double,y,incorrect,0,1,This is x.\r
      cy,,,,nothing handed in,0,,\r

      """
    ),
    (
      "jsonl",
      """
      {"student":"ada","name":"Ada L.","points":1,"status":"ok","results":[\
      {"exercise":"double","student":"ada","points":1,"outOf":1,"steps":[\
      {"name":"y","status":"correct","points":1,"outOf":1}]}]}
      {"student":"bob","name":"","points":0,"status":"ok","results":[\
      {"exercise":"double","student":"bob","points":0,"outOf":1,"steps":[\
      {"name":"y","status":"incorrect","points":0,"outOf":1,"says":["This is x."],\
      "diagnosis":{"kind":"mistake","formula":"x"}}]}]}
      {"student":"cy","name":"","points":0,"status":"nothing handed in","results":[]}

      """
    ),
    (
      "markdown",
      """
      | student | name | exercise | points | status |
      | --- | --- | --- | ---: | --- |
      | ada | Ada L. | double | 1/1 | ok |
      | bob |  | double | 0/1 | ok |
      | cy |  | – | 0 | nothing handed in |

      """
    ),
    (
      "github-summary",
      """
      ## Backmark

      | student | name | exercise | points | status |
      | --- | --- | --- | ---: | --- |
      | ada | Ada L. | double | 1/1 | ok |
      | bob |  | double | 0/1 | ok |
      | cy |  | – | 0 | nothing handed in |

      """
    ),
    (
      "github-annotations",
      """
      ::warning title=bob double y::This is x.
      ::warning title=cy::nothing handed in
      ::notice title=Backmark::3 students

      """
    ),
    (
      "junit",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="backmark">
        <testsuite name="ada (Ada L.)" tests="1" failures="0" errors="0" skipped="0">
          <testcase classname="double.ada" name="y"/>
        </testsuite>
        <testsuite name="bob" tests="1" failures="1" errors="0" skipped="0">
          <testcase classname="double.bob" name="y"><failure message="This is x." type="incorrect">This is x.</failure></testcase>
        </testsuite>
        <testsuite name="cy" tests="1" failures="1" errors="0" skipped="0">
          <testcase classname="cy" name="problem 1"><failure message="nothing handed in" type="unreadable">nothing handed in</failure></testcase>
        </testsuite>
      </testsuites>

      """
    ),
  ]

  @Test("forms for all students in one file are what they were", arguments: golden)
  func goldenText(_ name: String, _ expected: String) throws {
    let form = try #require(ClassExports.named(name))
    #expect(
      try ExportsSample.text(form, ExportsSample.records(), ExportsSample.order()) == expected)
  }

  static let goldenOfOne: [(String, String)] = [
    (
      "gradescope",
      """
      {
        "score": 0,
        "output": "ok",
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "tests": [
          {
            "score": 0,
            "max_score": 1,
            "status": "failed",
            "name": "Double it: y",
            "number": "1.1",
            "output": "wrong\\nThis is x."
          }
        ]
      }

      """
    ),
    (
      "prairielearn",
      """
      {
        "gradable": true,
        "score": 0,
        "message": "ok",
        "tests": [
          {
            "name": "Double it: y",
            "points": 0,
            "max_points": 1,
            "message": "wrong\\nThis is x."
          }
        ]
      }

      """
    ),
    (
      "classroom50",
      """
      {
        "schema": "classroom50/result/v1",
        "classroom": "c",
        "assignment": "a",
        "submission": "",
        "commit": "u",
        "release": "",
        "review": "u",
        "datetime": "2026-01-01T00:00:00Z",
        "score": 0,
        "max-score": 100,
        "tests": [
          {
            "test-name": "double: y",
            "passed": false,
            "score": 0,
            "max-score": 100,
            "message": "wrong\\nThis is x."
          }
        ]
      }

      """
    ),
  ]

  @Test("forms with a file for each student are what they were", arguments: goldenOfOne)
  func goldenTextOfOne(_ name: String, _ expected: String) throws {
    let form = try #require(ClassExports.named(name))
    let bob = ExportsSample.records()[1]
    #expect(try ExportsSample.text(form, [bob], ExportsSample.order()) == expected)
  }

  @Test("every form's file is in the list of forms")
  func registered() throws {
    let files = try ProjectFolder.types(in: "Sources/Gradebooks/Exports", endingIn: "Export")
    #expect(
      files.subtracting(["ClassExport", "StepFeedback+Export"])
        == Set(ClassExports.all.map { "\($0)" }))
  }

  @Test("every form has a name of its own, and a test of the whole of it")
  func names() {
    let names = ClassExports.all.map { $0.name }
    #expect(Set(names).count == names.count)
    let tested =
      (Self.golden + Self.goldenOfOne).map(\.0) + [
        "canvas", "canvas-feedback", "ilias-feedback", "moodle", "moodle-feedback",
      ]
    #expect(tested.sorted() == names.sorted())
  }
}
