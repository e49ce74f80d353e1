@testable import Gradebooks
import TestSupport
import Testing

@Suite("Exports that fill a download")
struct ExportsDownloadsTests {
  /// A download filled for the sample class.
  private static func filled(
    _ form: any ClassExport.Type, _ table: String, column: String? = nil,
    _ records: [StudentRecord]? = nil
  ) throws -> (text: String, notes: [String]) {
    let folder = try TestFolder()
    try folder.write("g.csv", table)
    let written = try ExportsSample.written(
      form, records ?? ExportsSample.records(),
      ExportsSample.order(folder("g.csv"), column: column))
    return (written.text, written.notes.map { $0.replacing(folder.path + "/", with: "") })
  }

  @Test("a gradebook of Canvas is filled, and every other byte stays")
  func canvas() throws {
    let head =
      "\u{FEFF}Student,ID,SIS Login ID,Section,\"double (12)\",Other (13),\"Final, Score\"\r\n"
      + "    Points Possible,,,,10,5,(read only)\r\n"
    let table =
      head + "\"Ada, A\",77,ADA,S1,,\"4\",\"x\"\r\n\"Bob\",bob,,S1,9,,\r\nCy,cy,,S1,3,,\nDee,,,,,,"
    #expect(
      try Self.filled(CanvasExport.self, table).text == head
        + "\"Ada, A\",77,ADA,S1,1,\"4\",\"x\"\r\n\"Bob\",bob,,S1,0,,\r\nCy,cy,,S1,3,,\nDee,,,,,,")
    #expect(
      try Self.filled(CanvasExport.self, table, column: "13").text == head
        + "\"Ada, A\",77,ADA,S1,,1,\"x\"\r\n\"Bob\",bob,,S1,9,0,\r\nCy,cy,,S1,3,,\nDee,,,,,,")
    let fault = #expect(throws: ExportFault.self) {
      try Self.filled(CanvasExport.self, table, column: "Third")
    }
    #expect(fault?.description.hasSuffix("--export-column: 'double (12)', 'Other (13)'") == true)
  }

  @Test("an exercise's title names its column as well as its id")
  func canvasTitle() throws {
    #expect(
      try Self.filled(CanvasExport.self, "Student,ID,Section,DOUBLE it (1)\nAda,ada,S,\n").text
        == "Student,ID,Section,DOUBLE it (1)\nAda,ada,S,1\n")
  }

  @Test("who is excused in Canvas stays so")
  func canvasExcused() throws {
    let table = "Student,ID,Section,double (1)\nAda,ada,S,EX\nBob,bob,S,\n"
    let filled = try Self.filled(CanvasExport.self, table)
    #expect(filled.text == "Student,ID,Section,double (1)\nAda,ada,S,EX\nBob,bob,S,0\n")
    #expect(filled.notes == ["excused in Canvas and left so: 1"])
  }

  @Test(
    "points that are out of something else in Canvas are written and said",
    arguments: [
      ("    Points Possible,,,10", "10"), ("    Points Possible,,,\"7,50\"", "7.5"),
      ("    Manual Posting,,,Manual\nPunkte,,, 10.00 ", "10"), ("    Points Possible,,,0", "0"),
      ("    Points Possible,,,1", nil), ("    Points Possible,,,1.00", nil),
      ("    Points Possible,,,\"1,0\"", nil), ("    Points Possible,,,(read only)", nil),
      ("    Points Possible,,,", nil), ("    Points Possible,,", nil),
      // A student's own points are no maximum.
      ("Zed,zed,S,10", nil),
    ])
  func canvasMaximum(_ row: String, _ theirs: String?) throws {
    let table = "Student,ID,Section,HW \u{1B}3 (123)\n\(row)\nAda,ada,S,\nBob,bob,S,\n"
    let filled = try Self.filled(CanvasExport.self, table, column: "123")
    #expect(filled.text.hasSuffix("\nAda,ada,S,1\nBob,bob,S,0\n"))
    let note = theirs.map {
      "'HW ␛3 (123)' is out of \($0) in Canvas, but 1 here; the points were written as they are"
    }
    #expect(filled.notes == [note].compactMap { $0 })
  }

  @Test("the total is out of all the exercises that anybody answered")
  func totalMaximum() throws {
    let records = [
      ExportsSample.record("ada", "double", .correct),
      ExportsSample.record("bob", "square", .correct),
    ]
    func notes(_ points: String) throws -> [String] {
      let table = "Student,ID,Section,HW (1)\nPoints Possible,,,\(points)\nA,ada,S,\nB,bob,S,\n"
      return try Self.filled(CanvasExport.self, table, column: "HW", records).notes
    }
    #expect(try notes("2") == [])
    #expect(
      try notes("1") == [
        "'HW (1)' is out of 1 in Canvas, but 2 here; the points were written as they are"
      ])
  }

  @Test("a worksheet of Moodle is filled in any language, with its decimal commas")
  func moodle() throws {
    let head = "\"識別子\";名前;メール;状態;評点;最大評点;変更;提出;採点;フィードバックコメント\n"
    let table =
      head
      + "参加者12;Ada;ada;済;;\"100,00\";はい;-;-;\n"
      + "参加者13;B;bob@x.org;済;\"3,50\";\"100,00\";はい;-;-;old\n"
    var records = ExportsSample.records()
    records[1].aliases = ["12"]
    let filled = try Self.filled(MoodleExport.self, table, records)
    #expect(
      filled.text == head
        + "参加者12;Ada;ada;済;0;\"100,00\";はい;-;-;<p>double: 0 / 1<br>y: This is x.</p>\n"
        + "参加者13;B;bob@x.org;済;\"3,50\";\"100,00\";はい;-;-;old\n")
    #expect(
      filled.notes == [
        "'評点' is out of 100 in Moodle, but 1 here; the points were written as they are",
        "not in g.csv (1): ada",
      ])
  }

  @Test("grades that Moodle will not change are named, and what the worksheet lacks")
  func moodleNotes() throws {
    let table = """
      Identifier,Full name,Grade,Maximum Grade,Grade can be changed
      Participant 1,ada,,1.00,No
      Participant 2,bob,,1.00,Yes

      """
    var records = ExportsSample.records()
    records[0].aliases = ["1"]
    records[1].aliases = ["2"]
    let filled = try Self.filled(MoodleExport.self, table, records)
    #expect(filled.text == table.replacing("ada,,", with: "ada,1,").replacing("b,,", with: "b,0,"))
    #expect(
      filled.notes == [
        "the worksheet has no column for comments",
        "grades that Moodle does not let be changed: 1",
      ])
  }
}
