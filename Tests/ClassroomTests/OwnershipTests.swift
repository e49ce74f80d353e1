import Exercises
import Foundation
import Gradebooks
import Grading
import Marking
import TestSupport
import Testing

@testable import Classroom

@Suite("Whose sheet it is")
struct OwnershipTests {
  /// An exercise with numbers of everyone's own, one with letters, and one without either.
  private static func library(_ folder: TestFolder) throws -> ExerciseLibrary {
    try folder.write(
      "own.json",
      """
      { "id": "own", "title": "T", "statement": "S",
        "given": { "x": { "random": { "from": 1, "to": 9, "decimals": 0 } } },
        "steps": [ { "name": "y", "formula": "2*x" } ] }
      """)
    try folder.write(
      "letters.json",
      """
      { "id": "letters", "title": "T", "statement": "S", "steps": [ { "name": "c",
        "kind": "choice", "options": [ { "text": "one", "correct": true },
        { "text": "two", "correct": false } ] } ] }
      """)
    try folder.write(
      "plain.json",
      #"""
      { "id": "plain", "title": "T", "statement": "S", "given": { "x": 3 },
        "steps": [ { "name": "y", "formula": "2*x" } ] }
      """#)
    return try ExerciseLibrary(Catalogue(folders: [folder.path], kinds: AnswerKinds.steps))
  }

  /// The status of Jane Doe, number 7 of a class from Moodle.
  private static func status(_ files: [String: String]) throws -> String {
    let (exercises, folder, output) = (
      try TestFolder(), try TestFolder(), try TestFolder()
    )
    for (name, text) in files {
      try folder.write("Jane Doe_7_assignsubmission_file/\(name)", text)
    }
    let run = ClassRun(
      folder: try ClassReader().read(folder.path).folder, library: try library(exercises),
      output: output.path, jobs: 1)
    var status = ""
    _ = try run.run(each: { record, _ in status = record.status })
    return status
  }

  @Test(
    "names of one's own are no matter to be looked at",
    arguments: ["Jane Doe", "7", "jane doe", "Doe, Jane"])
  func own(_ name: String) throws {
    #expect(try Self.status(["own.answers": "student: \(name)\ny = 1"]) == "ok")
    #expect(try Self.status(["letters.answers": "student: \(name)\nc = a"]) == "ok")
  }

  @Test("another's sheet is, where everyone has another one")
  func another() throws {
    #expect(
      try Self.status(["own.answers": "student: bob\ny = 1"])
        == "own.answers is the sheet of 'bob', and is marked on those numbers")
    #expect(
      try Self.status(["letters.answers": "student: bob\nc = a"])
        == "letters.answers is the sheet of 'bob', and is marked in that order")
  }

  @Test("elsewhere it is a remark, said once, which nobody need look at")
  func signed() throws {
    #expect(
      try Self.status(["plain.answers": "student: bob\ny = 1"])
        == "ok; plain.answers is signed 'bob'")
    #expect(
      try Self.status([
        "plain.answers": "student: bob\ny = 1", "none.answers": "student: bob\ny = 1",
        "own.answers": "student: 7\ny = 1",
      ]).components(separatedBy: "is signed").count == 2)
  }

  @Test(
    "a name with a word more or less is no other",
    arguments: ["Jane", "Jane M. Doe", "DOE", "7", " jane doe "])
  func alike(_ name: String) throws {
    #expect(try Self.status(["plain.answers": "student: \(name)\ny = 1"]) == "ok")
  }

  /// The records of a class, whatever its layout.
  private static func records(
    _ files: [String: String], _ reader: ClassReader = ClassReader()
  ) throws -> [StudentRecord] {
    let (exercises, folder, output) = (try TestFolder(), try TestFolder(), try TestFolder())
    for (name, text) in files { try folder.write(name, text) }
    let run = ClassRun(
      folder: try reader.read(folder.path).folder, library: try library(exercises),
      output: output.path, jobs: 1)
    var records: [StudentRecord] = []
    _ = try run.run(each: { record, _ in records.append(record) })
    return records
  }

  @Test("a sheet names nobody: the name of the row is what the class folder says, or none")
  func unnamed() throws {
    let records = try Self.records([
      "s1/plain.answers": "student: Bob Roe\ny = 6", "s2/plain.answers": "y = 6",
    ])
    #expect(records.map(\.name) == ["", ""])
    #expect(records.map(\.points) == [1, 1])
    #expect(records.map(\.status) == ["ok; plain.answers is signed 'Bob Roe'", "ok"])
  }

  @Test("a sheet of one of a pair, or of one in a team, is nothing to remark on")
  func partners() throws {
    let pair = """
      submission_1:
        :submitters:
        - :name: Ann Lee
          :sid: '1'
          :email: ann@x.org
        - :name: Bo Li
          :sid: '2'
          :email: bo@x.org
      """
    let records = try Self.records([
      "submission_metadata.yml": pair, "submission_1/own.answers": "student: ann@x.org\ny = 1",
    ])
    #expect(records.map(\.id) == ["1", "2"])
    #expect(records.map(\.status) == ["ok", "ok"])
    let team = try Self.records([
      "red-team-Ann Lee_12_assignsubmission_file_/own.answers": "student: Ann Lee\ny = 1"
    ])
    #expect(team.map(\.status) == ["ok"])
  }

  @Test("so are numbers that may be for any of several names")
  func nameless() throws {
    #expect(
      try Self.status(["own.answers": "y = 1"])
        == "own.answers names no student, and is marked on the numbers of '7'")
    #expect(try Self.status(["letters.answers": "c = a"]) == "ok")
  }

  @Test("a sheet that states other numbers than are drawn now was made for another exercise")
  func stale() throws {
    let heading = "# Your numbers, drawn for the student above.\n"
    #expect(
      try Self.status(["own.answers": "student: 7\n\n\(heading)# x = 99\n\n# y\ny = 1"])
        .hasPrefix("own.answers was made for other numbers: x is '99' there, and now "))
    let (exercises, sheet) = (try TestFolder(), "# 7\nstudent: 7\r\n\r\n\(heading)")
    let library = try Self.library(exercises)
    guard case .sound(let exercise)? = library["own"] else {
      Issue.record("no exercise")
      return
    }
    let own = exercise.dealt(to: "7").ownNumbers.map { "# \($0.name) = \($0.value.inDecimals)\n" }
    #expect(try Self.status(["own.answers": sheet + own.joined() + "# y = 3\ny = 1"]) == "ok")
    // What is said elsewhere is a note of the student's.
    #expect(try Self.status(["own.answers": "student: 7\n# x = 99\ny = 1"]) == "ok")
  }

  @Test("a sheet without an answer is looked at, and JSON under the other name is read")
  func empty() throws {
    #expect(
      try Self.status(["plain.answers": "z = 3"])
        == "1 name unknown; plain.answers answers no step of plain")
    #expect(try Self.status(["plain.answers": #"{ "answers": { "y": 6 } }"#]) == "ok")
  }
}
