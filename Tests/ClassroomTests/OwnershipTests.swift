import Exercises
import Foundation
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
    #expect(try Self.status(["plain.answers": "student: bob\ny = 1"]) == "ok")
  }

  @Test("so are numbers that may be for any of several names")
  func nameless() throws {
    #expect(
      try Self.status(["own.answers": "y = 1"])
        == "own.answers names no student, and is marked on the numbers of '7'")
    #expect(try Self.status(["letters.answers": "c = a"]) == "ok")
  }

  @Test("a sheet without an answer is looked at, and JSON under the other name is read")
  func empty() throws {
    #expect(
      try Self.status(["plain.answers": "z = 3"])
        == "1 name unknown; plain.answers answers no step of plain")
    #expect(try Self.status(["plain.answers": #"{ "answers": { "y": 6 } }"#]) == "ok")
  }
}
