@testable import Gradebooks
import Foundation
import LocatedJSON
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

  @Test("a comment says what lateness has left of the points")
  func moodleLateness() throws {
    var records = Self.participants
    records[0].times["double"] = HandInTime(time: CourseTime("2026-03-02T11:00Z"))
    let assignment = try ClassAssignment(
      reading: SourceText(
        name: "a",
        text:
          #"{ "exercises": ["double"], "due": "2026-03-01T12:00Z", "late": { "perDay": 0.25 } }"#
      ), exercises: ["double": 1])
    records[0] = assignment.graded(records[0])
    let filled = try Self.filled(MoodleExport.self, Self.worksheet, records)
    #expect(
      filled.text.contains(
        "double: 1 / 1; counts as 0.75 / 1, being 23 hours late, which counts as 1 day and costs "
          + "0.25 points</p>"))
  }

  // MARK: - Which column

  /// A worksheet with columns that nobody has filled in, whose grades are all the same.
  private static let worksheet = """
    Identifier,Full name,Email address,Status,Group,Marker,Grade,Maximum grade,Marking workflow state,Grade can be changed,Feedback comments
    Participant 1,Ada,ada@x.org,Submitted,,,0.50,1.00,Released,Yes,
    Participant 2,Bob,bob@x.org,Submitted,,,0.50,1.00,Released,No,

    """

  /// The sample's students under the numbers of a worksheet.
  private static var participants: [StudentRecord] {
    var records = ExportsSample.records()
    records[0].aliases = ["1"]
    records[1].aliases = ["2"]
    return records
  }

  @Test("the grade is found by its title, whatever the columns before and behind it hold")
  func moodleColumns() throws {
    let filled = try Self.filled(MoodleExport.self, Self.worksheet + "\r\n", Self.participants)
    let rows = filled.text.split(separator: "\n")
    #expect(rows[1].hasPrefix("Participant 1,Ada,ada@x.org,Submitted,,,1,1.00,Released,Yes,"))
    #expect(rows[2].hasPrefix("Participant 2,Bob,bob@x.org,Submitted,,,0,1.00,Released,No,"))
    #expect(filled.notes == ["grades that Moodle does not let be changed: 1"])
  }

  @Test(
    "it is so in the languages of Moodle",
    arguments: [
      ("Bewertung", "Bestwertung"), ("Note", "Note maximale"),
      ("Calificación", "Calificación máxima"), ("Valutazione", "Valutazione massima"),
      ("Nota", "Nota máxima"), ("Cijfer", "Maximumcijfer"), ("Ocena", "Maksymalna ocena"),
      ("Оценка", "Максимальная оценка"), ("成绩", "最高分"), ("성적", "최고 성적"),
      ("Známka", "Maximální známka"), ("Betyg", "Högsta betyg"), (" GRADE ", "Maximum Grade"),
    ])
  func languages(_ grade: String, _ maximum: String) throws {
    let table = "ID,Name,X,\(grade),\(maximum),Y\nT1,Ada,,,1,\nT2,Bob,,,1,\n"
    #expect(
      try Self.filled(MoodleExport.self, table, Self.participants).text
        == "ID,Name,X,\(grade),\(maximum),Y\nT1,Ada,,1,1,\nT2,Bob,,0,1,\n")
  }

  @Test("a table without such a title is filled in no column, nor one with two")
  func unknownTitles() throws {
    for header in ["ID,Name,Qux,Most", "ID,Name,Grade,Grade"] {
      let fault = #expect(throws: ExportFault.self) {
        try Self.filled(MoodleExport.self, "\(header)\nT1,Ada,,1\n")
      }
      #expect(
        fault?.description.contains("is plainly the grade; name it with --export-column") == true)
    }
    let named = try Self.filled(
      MoodleExport.self, "ID,Name,Qux,Most\nT1,Ada,,1\n", column: "qux", Self.participants)
    #expect(named.text == "ID,Name,Qux,Most\nT1,Ada,1,1\n")
  }

  @Test("what the columns were taken for is said when the file is there")
  func columns() throws {
    let folder = try TestFolder()
    try folder.write("m.csv", Self.worksheet)
    try folder.write("c.csv", "Student,ID,Section,double (1)\nAda,ada,S,\n")
    func made(_ form: any ClassExport.Type, _ name: String) throws -> String {
      let order = ExportOrder(
        file: folder(name), results: folder("r"), facts: ExportsSample.facts)
      let file = try ExportFile(form, order)
      for record in Self.participants { try file.add(record) }
      return try file.finish().made.replacing(folder.path + "/", with: "")
    }
    #expect(
      try made(MoodleExport.self, "m.csv")
        == "Exported moodle: r/m.csv (points in 'Grade', comments in 'Feedback comments')")
    #expect(
      try made(CanvasExport.self, "c.csv") == "Exported canvas: r/c.csv (double in 'double (1)')")
  }

  @Test("Canvas may part names, and may leave blanks before its numbers")
  func canvasNames() throws {
    var records = ExportsSample.records()
    records[0].name = "Ada Lee"
    #expect(
      try Self.filled(
        CanvasExport.self, "LastName,FirstName,ID,Section,double  (1)\nLee,Ada,9,S,\n", records
      ).text == "LastName,FirstName,ID,Section,double  (1)\nLee,Ada,9,S,1\n")
  }

  @Test("of two assignments of one title neither is filled, and who has none keeps it")
  func canvasCells() throws {
    #expect(throws: ExportFault.self) {
      try Self.filled(CanvasExport.self, "Student,ID,Section,double (1),double (2)\nAda,ada,S,,\n")
    }
    let table = "Student,ID,Section,double (1)\nAda,ada,S,N/A\nBob,bob,S, ex \n"
    let filled = try Self.filled(CanvasExport.self, table)
    #expect(filled.text == table)
    #expect(
      filled.notes == [
        "excused in Canvas and left so: 1", "not assigned in Canvas (N/A) and left so: 1",
      ])
  }

  // MARK: - Whose row

  private static func rows(_ rows: String, _ records: [StudentRecord]) throws -> (
    text: String, notes: [String]
  ) {
    let head = "Student,ID,SIS Login ID,Section,double (1)\n"
    let filled = try Self.filled(CanvasExport.self, head + rows, records)
    return (filled.text.replacing(head, with: ""), filled.notes)
  }

  /// A student of that id and name who is right.
  private static func right(_ id: String, _ name: String = "") -> StudentRecord {
    var record = ExportsSample.record(id, "double", .correct)
    record.name = name
    return record
  }

  @Test("a namesake's row stays empty where an id tells, and both do where nothing does")
  func namesakes() throws {
    let rows = "Ann Lee,1,alee,S,\nAnn Lee,2,annl,S,\n"
    let told = try Self.rows(rows, [Self.right("annl", "Ann Lee")])
    #expect(told.text == "Ann Lee,1,alee,S,\nAnn Lee,2,annl,S,1\n")
    #expect(told.notes == [])
    let untold = try Self.rows(rows, [Self.right("Ann Lee")])
    #expect(untold.text == rows)
    #expect(
      untold.notes == ["several rows of g.csv could be meant, so none was filled (1): Ann Lee"])
  }

  @Test("a namesake with another number or address is somebody else")
  func contradicted() throws {
    let rows = "Ann Lee,80002,ann.lee@x.org,S,\n"
    for id in ["80001", "ann@x.org"] {
      let filled = try Self.rows(rows, [Self.right(id, "Ann Lee")])
      #expect(filled.text == rows)
      #expect(filled.notes == ["not in g.csv (1): \(id)"])
    }
    // A number of another system says nothing.
    let filled = try Self.rows(rows, [Self.right("1234567", "Ann Lee")])
    #expect(filled.text == "Ann Lee,80002,ann.lee@x.org,S,1\n")
  }

  @Test("a row that could be two students' is neither's")
  func severalStudents() throws {
    let rows = "Ann Lee,1,alee,S,\nBo,2,x,S,\n"
    let filled = try Self.rows(
      rows,
      [Self.right("17", "Ann Lee"), Self.right("18", "Lee, Ann"), Self.right("2"), Self.right("x")])
    #expect(filled.text == rows)
    #expect(
      filled.notes == [
        "not in g.csv (4): 17, 18, 2, x",
        "rows of g.csv that could be several students', and were not filled (2): Ann Lee, Bo",
      ])
  }

  @Test("a student who has a row twice gets both, and one whose zeros were lost is said")
  func repeatedRows() throws {
    let filled = try Self.rows(
      "A,1,a,S,\nA,1,a,T,\nB,71,,S,\n", [Self.right("a"), Self.right("0071")])
    #expect(filled.text == "A,1,a,S,1\nA,1,a,T,1\nB,71,,S,1\n")
    #expect(filled.notes == ["found by an id with other zeros in front (1): 0071"])
    let rows = "A,1,a,S,\nB,1,a,T,\n"
    let other = try Self.rows(rows, [Self.right("a")])
    #expect(other.text == rows)
    #expect(other.notes == ["several rows of g.csv could be meant, so none was filled (1): a"])
  }

  @Test("a download keeps its encoding, and an unclosed quote is no download")
  func encodings() throws {
    let folder = try TestFolder()
    let table = "\u{FEFF}Student\tID\tSection\tdouble (1)\r\nJörg\tada\tS\t\r\n"
    func bytes(_ text: String) -> [UInt8] {
      text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    try folder.write("g.csv", Data(bytes(table)))
    var export = try CanvasExport(ExportsSample.order(folder("g.csv")))
    for record in ExportsSample.records() { _ = export.bytes(of: record) }
    #expect(try export.foot() == bytes(table.replacing("S\t", with: "S\t1")))
    let fault = #expect(throws: ExportFault.self) {
      try Self.filled(CanvasExport.self, "Student,ID,Section,double (1)\n\"Ada,ada,S,\n")
    }
    #expect(fault?.description.hasSuffix("has a quote in line 2 that is never closed") == true)
  }
}
