@testable import Classroom
import Foundation
import Gradebooks
import TestSupport
import Testing

@Suite("Rosters")
struct RosterTests {
  @Test(
    "columns are found by their usual names, in several languages and spellings",
    arguments: [
      ("id,name,email\r\n007,Ann Lee,ann@x.org\r\n", ["007", "ann@x.org"], "Ann Lee"),
      ("\u{FEFF}Vorname;Nachname;Matrikelnummer\n\"Ann\";Lee;007", ["007"], "Ann Lee"),
      (
        "Student,ID,SIS Login ID,Section\n    Points Possible,,,\n\"Lee, Ann\",7,ann,1",
        ["7", "ann"],
        "Lee, Ann"
      ),
      (
        "Prénom\tNom de famille\tAdresse de courriel\nAnn\tLee\tann@x.org", ["ann@x.org"], "Ann Lee"
      ),
      (
        "Identifier,\"Full name\"\nParticipant 1234,\"Ann \"\"A\"\" Lee\"", ["1234"],
        "Ann \"A\" Lee"
      ),
      // A word and a number are an id but in Moodle's worksheets.
      ("id,name\nst 1,Ann Lee", ["st 1"], "Ann Lee"),
      ("username,name\nteam 7,Ann Lee", ["team 7"], "Ann Lee"),
      ("Identifiant,Name\nUdeleženec 12,Ann Lee", ["12"], "Ann Lee"),
      ("Student\nann", ["ann"], ""), ("Name\nAnn Lee", ["Ann Lee"], "Ann Lee"),
    ])
  func columns(_ text: String, _ ids: [String], _ name: String) throws {
    let people = try Roster(Array(text.utf8)).people
    #expect(people.map { [$0.id] + $0.aliases } == [ids])
    #expect(people.map(\.name) == [name])
  }

  @Test(
    "a worksheet says when work was handed in, and how late that was",
    arguments: [
      (
        "Identifier,Full name,Status,Grade,Last modified (submission)\nParticipant 7,Ann Lee,"
          + "\"Submitted for grading - Assignment was submitted 2 days 3 hours late\",,"
          + "\"Friday, 6 March 2026, 3:04 PM\"\n",
        HandInTime(time: CourseTime("2026-03-06 15:04"), lateBy: 183_600, isLate: true)
      ),
      (
        "ID-Nummer;Status;Zuletzt geändert (Abgabe)\n7;Zur Bewertung abgegeben;"
          + "Freitag, 6. März 2026, 15:04\n",
        HandInTime(time: CourseTime("2026-03-06 15:04"))
      ),
      (
        "id,submitted_at\n7,2026-03-06T15:04:00Z\n",
        HandInTime(time: CourseTime("2026-03-06T15:04Z"))
      ),
      ("id,name\n7,Ann Lee\n", HandInTime()),
    ])
  func times(_ text: String, _ time: HandInTime) throws {
    #expect(try Roster(Array(text.utf8)).people.map(\.time) == [time])
  }

  @Test("times that cannot be read are named, once for the roster")
  func unreadableTimes() throws {
    let (reading, _) = try TestFolder(["ann/double.answers": "y = 6"]).reading(
      ClassReader(
        roster: try Roster(
          Array("id,timestamp\nann,\"2/03/26, 00:05\"\nbo,-\ncy,2026-03-02\n".utf8))))
    #expect(
      reading.notes.contains(
        "handed in at times that cannot be read, and count as on time (1): ann '2/03/26, 00:05'"))
    // Somebody should look at the row itself.
    #expect(
      reading.folder.students[0].problems.map(\.text) == [
        "the time of handing in cannot be read, and counts as on time: 2/03/26, 00:05"
      ])
  }

  @Test("a table without such columns is no roster")
  func fault() {
    let empty = #expect(throws: Roster.Fault.self) { try Roster([]) }
    #expect(empty?.description == "is empty")
    let other = #expect(throws: Roster.Fault.self) { try Roster(Array("colour,size\nred,4".utf8)) }
    #expect(
      other?.description
        == "names no column of ids, addresses or names, only 'colour', 'size'")
  }

  @Test("those who handed in nothing get a row, and strangers are named")
  func completing() throws {
    let folder = try TestFolder()
    try folder.write("ANN@x.org/double.answers", "y = 6")
    try folder.write("Bo Li/double.answers", "y = 6")
    try folder.write("stranger/double.answers", "y = 6")
    let roster = try Roster(
      Array("id,name,email\n1,Ann Lee,ann@x.org\n2,\"Li, Bo\",\n3,Cy,\n4,Cy,\n".utf8))
    let (reading, lines) = try folder.reading(ClassReader(roster: roster))
    #expect(
      lines == [
        "3 (Cy) → nothing handed in", "4 (Cy) → nothing handed in",
        "ANN@x.org (Ann Lee) → double.answers → double", "Bo Li (Li, Bo) → double.answers → double",
        "stranger → double.answers → double",
      ])
    #expect(
      reading.notes == [
        "the roster has ids from 'id', addresses from 'email', names from 'name'",
        "on the roster, but nothing was handed in (2): Cy (3), Cy (4)",
        "not on the roster (1): stranger",
      ])
  }

  @Test(
    "exports of other systems are rosters as they are",
    arguments: [
      ("sep=;\r\nNachname;Vorname;Matrikelnummer\r\nRoe;Max;0071", ["0071"], "Max Roe"),
      (
        "Vorname,Nachname,ID-Nummer,E-Mail-Adresse\nMax,Roe,0071,m@x.de", ["0071", "m@x.de"],
        "Max Roe"
      ),
      (
        "OrgDefinedId,Username,Last Name,First Name,End-of-Line Indicator\n#0071,#mroe,Roe,Max,#",
        ["0071", "mroe"], "Max Roe"
      ),
      (
        "identifier,github_username,github_id,name\n0071,mroe,9,Max Roe", ["0071", "mroe"],
        "Max Roe"
      ),
      (
        "ID,\"Vollständiger Name\",Status\nTeilnehmer/in4711,Max Roe,\"Keine Abgabe\n\"", ["4711"],
        "Max Roe"
      ),
      ("Matr.-Nr.;Name\ns0071;Max Roe", ["s0071"], "Max Roe"),
      (
        "Student,ID,SIS Login ID,Section\nMax Roe,1,mroe,A\n\"Student, Test\",9,0a1b,A",
        ["1", "mroe"],
        "Max Roe"
      ),
      ("LastName,FirstName,ID,Section\nRoe,Max,1,A\n\n  \n", ["1"], "Max Roe"),
      (" Name , ID \n Max Roe , \" 0071\" ", ["0071"], "Max Roe"),
    ])
  func systems(_ text: String, _ ids: [String], _ name: String) throws {
    let people = try Roster(Array(text.utf8)).people
    #expect(people.map { [$0.id] + $0.aliases } == [ids])
    #expect(people.map(\.name) == [name])
  }

  @Test("a roster in another encoding is read, and it is said; so is what columns were taken for")
  func encodings() throws {
    let text = "Matr.-Nr.\tVorname\tNachname\n07\tJörg\tŠ\n"
    let latin: [UInt8] =
      Array("Matr.-Nr.\tVorname\tNachname\n07\tJ".utf8) + [0xF6] + Array("rg\t".utf8) + [
        0x8A, 0x0A,
      ]
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let files: [(bytes: [UInt8], name: String)] = [(wide, "UTF-16"), (latin, "Windows-1252")]
    for (bytes, name) in files {
      let roster = try Roster(bytes)
      #expect(roster.people.map(\.name) == ["Jörg Š"])
      #expect(
        roster.notes == [
          "the roster has ids from 'Matr.-Nr.', first names from 'Vorname', "
            + "last names from 'Nachname'; it is read as \(name)"
        ])
    }
  }

  @Test("a quote that is never closed swallows nobody")
  func unclosed() {
    let fault = #expect(throws: Roster.Fault.self) {
      try Roster(Array("id,name\n1,Ann\n\"2,Bo\n3,Cy\n".utf8))
    }
    #expect(fault?.description == "has a quote in line 3 that is never closed")
  }

  @Test("who stands on the roster twice is one person, but two names are two")
  func repeated() throws {
    let roster = try Roster(
      Array("id,name,email\n1,Ann Lee,\n2,Bo,\n1,\"Lee, Ann\",ann@x.org\n3,Cy,\n3,Di,\n".utf8))
    #expect(roster.people.map(\.id) == ["1", "2", "3", "3"])
    #expect(roster.people[0].aliases == ["ann@x.org"])
    #expect(
      roster.notes.dropFirst() == [
        "several times on the roster, and counted once (1): 1",
        "ids of several people on the roster, who get no name (1): 3",
      ])
    let folder = try TestFolder()
    try folder.write("ann@x.org/double.answers", "y = 6")
    try folder.write("3/double.answers", "y = 6")
    let (reading, lines) = try folder.reading(ClassReader(roster: roster))
    #expect(lines.contains("ann@x.org (Ann Lee) → double.answers → double"))
    #expect(lines.contains("3 → double.answers → double"))
    #expect(reading.notes.contains("could be several people of the roster, and is none (1): 3"))
  }

  @Test(
    "a name without an id is left out, and a person with two entries has two rows; both are said")
  func odd() throws {
    let folder = try TestFolder()
    for id in ["1", "ann@x.org"] { try folder.write("\(id)/double.answers", "y = 6") }
    let roster = try Roster(Array("id,name,email\n1,Ann Lee,ann@x.org\n,Bo Li,\n,,\n".utf8))
    let (reading, _) = try folder.reading(ClassReader(roster: roster))
    #expect(
      reading.notes.dropFirst() == [
        "on the roster without an id or an address, and left out (1): Bo Li",
        "have several entries in the class, each with a row of its own (1): Ann Lee (1)",
      ])
  }

  @Test("an id that lost its zeros in a spreadsheet is found, where it can be only one")
  func zeros() throws {
    let folder = try TestFolder()
    for id in ["0071", "8", "9"] { try folder.write("\(id)/double.answers", "y = 6") }
    let roster = try Roster(Array("id,name\n71,Ann\n008,Bo\n09,Cy\n009,Di\n".utf8))
    let (reading, lines) = try folder.reading(ClassReader(roster: roster))
    #expect(lines.contains("0071 (Ann) → double.answers → double"))
    #expect(lines.contains("8 (Bo) → double.answers → double"))
    #expect(lines.contains("9 → double.answers → double"))
    #expect(
      reading.notes.suffix(2) == [
        "could be several people of the roster, and is none (1): 9",
        "found on the roster by an id with other zeros in front (2): 0071, 8",
      ])
  }

  @Test("Moodle's folder of a team is found by the name behind the hyphen")
  func teams() throws {
    let folder = try TestFolder()
    try folder.write("red-team-Jean-Luc Roe_12_assignsubmission_file_/double.answers", "y = 6")
    let roster = try Roster(Array("id,name\n7,Jean-Luc Roe\n8,Luc Roe\n".utf8))
    let (reading, lines) = try folder.reading(ClassReader(roster: roster))
    #expect(lines.first == "12 (Jean-Luc Roe) → double.answers → double")
    #expect(reading.notes.contains("on the roster, but nothing was handed in (1): Luc Roe (8)"))
  }

  @Test("cells keep their places in the file")
  func places() {
    let text = "a;\"b;\"\"c\"\r\n;\r\nlast"
    let table = CSVTable(Array(text.utf8))
    #expect(table.rows.map { $0.map(\.text) } == [["a", "b;\"c"], ["", ""], ["last"]])
    #expect(table.rows[0][1].range == 2..<9)
  }
}
