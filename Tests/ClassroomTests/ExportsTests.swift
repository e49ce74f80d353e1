@testable import Classroom
import Foundation
import LocatedJSON
import Testing

@Suite("Exports")
struct ExportsTests {
  /// Everything an export writes of a class, for one student or for all.
  private static func text(
    _ form: any ClassExport.Type, _ records: [StudentRecord], _ order: ExportOrder
  ) throws -> String {
    var export = try form.init(order)
    var bytes = export.head()
    for record in records { bytes += try export.bytes(of: record) }
    bytes += try export.foot()
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func order(_ file: String = "f", column: String? = nil) throws -> ExportOrder {
    ExportOrder(
      file: file, results: "results", shelf: try SampleShelf().shelf, column: column,
      environment: ["CLASSROOM": "c", "ASSIGNMENT": "a", "COMMIT_URL": "u"],
      now: "2026-01-01T00:00:00Z")
  }

  /// One who is right, one who is wrong and one who handed in nothing.
  private static func records() throws -> [StudentRecord] {
    let folder = try TemporaryFolder()
    try folder.write("ada/double.answers", "student: Ada L.\ny = 6")
    try folder.write("bob/double.answers", "y = 3")
    try folder.makeFolder("cy")
    return try folder.mark(into: try TemporaryFolder()).records
  }

  static let golden: [(String, String)] = [
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
          <testcase classname="double.bob" name="y"><failure message="This is x.">This is x.</failure></testcase>
        </testsuite>
        <testsuite name="cy" tests="1" failures="1" errors="0" skipped="0">
          <testcase classname="cy" name="problem 1"><failure message="nothing handed in">nothing handed in</failure></testcase>
        </testsuite>
      </testsuites>

      """
    ),
  ]

  @Test("forms for all students in one file are what they were", arguments: golden)
  func goldenText(_ name: String, _ expected: String) throws {
    let form = try #require(ClassExports.named(name))
    #expect(try Self.text(form, Self.records(), Self.order()) == expected)
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
            "name": "double: y",
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
            "name": "double: y",
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
        "max-score": 1,
        "tests": [
          {
            "test-name": "double: y",
            "passed": false,
            "score": 0,
            "max-score": 1,
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
    #expect(try Self.text(form, [Self.records()[1]], Self.order()) == expected)
  }

  @Test("what could not be read costs no attempt in PrairieLearn")
  func notGradable() throws {
    let text = try Self.text(PrairieLearnExport.self, [Self.records()[2]], Self.order())
    #expect(text.contains("\"gradable\": false"))
    #expect(text.contains("\"format_errors\": [\n    \"nothing handed in\"\n  ]"))
    #expect(!text.contains("\"score\""))
  }

  @Test("fractions of points are scaled to whole numbers")
  func scale() {
    #expect(Classroom50Export.scale([1, 2]) == 1)
    #expect(Classroom50Export.scale([0.5, 1.25]) == 4)
    #expect(Classroom50Export.scale([1.0 / 3]) == 3)
    #expect(Classroom50Export.scale([0.123]) == 1000)
  }

  @Test("a gradebook of Canvas is filled, and every other byte stays")
  func canvas() throws {
    let folder = try TemporaryFolder()
    let head =
      "\u{FEFF}Student,ID,SIS Login ID,Section,\"double (12)\",Other (13),\"Final, Score\"\r\n"
    let points = "    Points Possible,,,,10,5,(read only)\r\n"
    try folder.write(
      "g.csv",
      head + points
        + "\"Ada, A\",77,ADA,S1,,\"4\",\"x\"\r\n\"Bob\",bob,,S1,9,,\r\nCy,cy,,S1,3,,\nDee,,,,,,")
    let order = try Self.order(folder("g.csv"))
    #expect(
      try Self.text(CanvasExport.self, Self.records(), order) == head + points
        + "\"Ada, A\",77,ADA,S1,1,\"4\",\"x\"\r\n\"Bob\",bob,,S1,0,,\r\nCy,cy,,S1,3,,\nDee,,,,,,")
    let named = try Self.order(folder("g.csv"), column: "13")
    #expect(
      try Self.text(CanvasExport.self, Self.records(), named) == head + points
        + "\"Ada, A\",77,ADA,S1,,1,\"x\"\r\n\"Bob\",bob,,S1,9,0,\r\nCy,cy,,S1,3,,\nDee,,,,,,")
    let fault = #expect(throws: ExportFault.self) {
      try CanvasExport(Self.order(folder("g.csv"), column: "Third"))
    }
    #expect(fault?.description.hasSuffix("--export-column: 'double (12)', 'Other (13)'") == true)
  }

  @Test("a worksheet of Moodle is filled in any language, with its decimal commas")
  func moodle() throws {
    let folder = try TemporaryFolder()
    let head = "\"識別子\";名前;メール;状態;評点;最大評点;変更;提出;採点;フィードバックコメント\n"
    try folder.write(
      "w.csv",
      head
        + "参加者12;Ada;ada;済;;\"100,00\";はい;-;-;\n参加者13;B;bob@x.org;済;\"3,50\";\"100,00\";はい;-;-;old\n"
    )
    var records = try Self.records()
    records[1].aliases = ["12"]
    #expect(
      try Self.text(MoodleExport.self, records, Self.order(folder("w.csv"))) == head
        + "参加者12;Ada;ada;済;0;\"100,00\";はい;-;-;<p>double: 0 / 1<br>y: This is x.</p>\n"
        + "参加者13;B;bob@x.org;済;\"3,50\";\"100,00\";はい;-;-;old\n")
  }

  @Test("feedback for Moodle is a zip with the folders that came")
  func moodleFeedback() throws {
    let folder = try TemporaryFolder()
    try folder.write("Jane Doe_12_assignsubmission_file_/double.answers", "y = 3")
    let records = try folder.records()
    var export = MoodleFeedbackExport(try Self.order())
    let zip = try TemporaryFolder()
    try zip.write("f.zip", Data(try records.flatMap { try export.bytes(of: $0) } + export.foot()))
    let unpacked = try ScratchFolder(unpacking: zip("f.zip"))
    let page = "\(unpacked.path)/Jane Doe_12_assignsubmission_file_/feedback.html"
    let text = try String(contentsOfFile: page, encoding: .utf8)
    withExtendedLifetime(unpacked) {}
    #expect(text.contains("<tr><td>y</td><td>wrong</td><td>0/1</td><td>This is x.</td></tr>"))
  }

  private static let hostile = [
    "=cmd|'-C calc'!A0", "+1", "@SUM(1)", "a\nb::error::x", "\u{1B}[2J",
    "<script>alert(1)</script>",
    "]]><!--", "| x | [l](http://e.vil) `c` $x$", "\"q\",;'", "a%0Ab", "\u{202E}rtl", "{student}",
  ]

  @Test(
    "the same hostile class is harmless in every form", arguments: ClassExports.all.map { $0.name })
  func harmless(_ name: String) throws {
    let form = try #require(ClassExports.named(name))
    let folder = try TemporaryFolder()
    for (number, name) in Self.hostile.enumerated() {
      let safe = name.replacing("/", with: "∕")
      try folder.write(
        "\(safe)_\(number)_assignsubmission_file_/double.answers",
        "student: \(safe)\ny = 3\n\(safe)")
      try folder.write(
        "\(safe)/\(safe).answers", "exercise: double\nstudent: \(safe)\ny = 3\n\(safe)")
      try folder.write("z\(number)/\(safe).pdf", "")
    }
    let canvas = "Student,ID,Section,double (1)\n" + "x,z1,S,\n"
    let moodle = "Identifier,Full name,Grade,Maximum Grade\nParticipant 1,x,,10\n"
    let downloads = try TemporaryFolder()
    try downloads.write("d", name == "canvas" ? canvas : moodle)
    let records = try folder.records(ClassReader(layout: "plain"))
    #expect(records.count == 3 * Self.hostile.count)
    let order = try Self.order(downloads("d"))
    for part in form.isPerStudent ? records.map({ [$0] }) : [records] {
      let text = try Self.text(form, part, order)
      if form.name != "moodle-feedback" {
        #expect(
          text.unicodeScalars.allSatisfy { $0.value >= 0x20 || "\r\n".unicodeScalars.contains($0) })
      }
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
      let isJSON = form.isPerStudent || form.name == "jsonl"
      if !isJSON, form.name != "csv", form.name != "github-annotations" {
        #expect(!text.contains("<script") && !text.contains("<!--"))
      }
      switch form.name {
      case "csv":
        let cells = try CSVReader.rows(text).joined()
        #expect(cells.allSatisfy { !"=+-@".contains($0.prefix(1)) || $0.isEmpty })
      case "jsonl":
        for line in text.split(separator: "\n") {
          _ = try JSONText.parse(SourceText(name: "x", text: String(line)))
        }
      case "github-annotations":
        let lines = text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("::warning title=") || $0.hasPrefix("::notice") })
        #expect(lines.count == 11)
      case "markdown", "github-summary":
        #expect(!text.contains("[l](") && !text.contains("http://"))
      default:
        if isJSON { _ = try JSONText.parse(SourceText(name: "x", text: text)) }
      }
    }
  }

  @Test("ids make safe file names")
  func fileNames() {
    #expect(ExportFile.fileName(of: "ada@x.org") == "ada@x.org")
    #expect(ExportFile.fileName(of: "../a/b") == "%2E.%2Fa%2Fb")
    #expect(ExportFile.fileName(of: "é\n") == "%C3%A9%0A")
    #expect(ExportFile.fileName(of: String(repeating: "x", count: 300)).utf8.count <= 120)
  }

  @Test("a file for each student needs a place for the student in its name")
  func placeholder() throws {
    let folder = try TemporaryFolder()
    #expect(throws: ExportFault.self) {
      try ExportFile(GradescopeExport.self, Self.order(folder("r.json")), students: 2)
    }
    let file = try ExportFile(
      GradescopeExport.self, Self.order(folder("{student}/results.json")), students: 3)
    for record in try Self.records() { try file.add(record) }
    #expect(
      try file.finish() == ["Exported gradescope: 3 files, \(folder("{student}/results.json"))"])
    #expect(try folder.names == ["ada", "bob", "cy"])
  }

  @Test("every form has a name of its own")
  func names() {
    #expect(Set(ClassExports.all.map { $0.name }).count == ClassExports.all.count)
    let tested = Set(
      (Self.golden + Self.goldenOfOne).map(\.0) + ["canvas", "moodle", "moodle-feedback"])
    #expect(tested == Set(ClassExports.all.map { $0.name }))
  }
}

extension TemporaryFolder {
  /// The records of the folder read as it arrives.
  func records(_ reader: ClassReader = ClassReader()) throws -> [StudentRecord] {
    var records: [StudentRecord] = []
    let output = try TemporaryFolder()
    let run = ClassRun(
      folder: try reader.read(path).folder, shelf: try SampleShelf().shelf, output: output.path)
    _ = try withExtendedLifetime((self, output)) { try run.run(each: { records.append($0) }) }
    return records
  }
}
