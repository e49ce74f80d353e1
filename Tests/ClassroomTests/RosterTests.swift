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
      ("Student\nann", ["ann"], ""), ("Name\nAnn Lee", ["Ann Lee"], "Ann Lee"),
    ])
  func columns(_ text: String, _ ids: [String], _ name: String) throws {
    let people = try Roster(Array(text.utf8)).people
    #expect(people.map { [$0.id] + $0.aliases } == [ids])
    #expect(people.map(\.name) == [name])
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
        "on the roster, but nothing was handed in (2): Cy (3), Cy (4)",
        "not on the roster (1): stranger",
      ])
  }

  @Test("cells keep their places in the file")
  func places() {
    let text = "a;\"b;\"\"c\"\r\n;\r\nlast"
    let table = CSVTable(Array(text.utf8))
    #expect(table.rows.map { $0.map(\.text) } == [["a", "b;\"c"], ["", ""], ["last"]])
    #expect(table.rows[0][1].range == 2..<9)
  }
}
