import Exercises
import TestSupport
import Testing

@testable import Practice

@Suite("A sheet behind the fields of a page")
struct AnswerTextFieldTests {
  private static func exercise() throws -> Exercise {
    try Exercise(
      text: """
        { "id": "t", "title": "T", "statement": "S",
          "given": { "x": { "random": { "from": 1, "to": 9, "integer": true } } },
          "steps": [{ "name": "u", "formula": "[[x, 0], [0, x]]" },
            { "name": "why", "kind": "written", "points": 1,
              "rubric": [{ "points": 1, "says": "A reason." }] }] }
        """)
  }

  private static func sheet(
    _ text: String = "", student: String? = nil
  ) throws -> AnswerText {
    try .sheet(exercise(), going: Array(text.utf8), student: student)
  }

  @Test(
    "what a field has on several lines stands on one",
    arguments: [
      ("1 2\n3 4", "1 2; 3 4"), ("[[1 2]\n [3 4]]\n", "[[1 2] [3 4]]"), ("  0.5\n\n", "0.5"),
      ("", nil),
    ])
  func lines(_ typed: String, _ written: String?) throws {
    var sheet = try Self.sheet()
    try sheet.set(field: "u", to: typed, isText: false)
    #expect(sheet.text(of: "u") == written)
    try sheet.set(field: "u", to: "", isText: false)
    #expect(sheet.text(of: "u") == nil)
  }

  @Test("a text keeps its lines, and nothing in it becomes an answer")
  func prose() throws {
    var sheet = try Self.sheet()
    try sheet.set(field: "why", to: "since\nu = 7 # or so\n\"\"\"", isText: true)
    #expect(sheet.text(of: "why") == "since\nu = 7 # or so\n\"")
    #expect(sheet.text(of: "u") == nil)
  }

  @Test("a sheet begins for a student, goes on as it is, and is taken over for another")
  func students() throws {
    var ada = try Self.sheet(student: "ada")
    #expect(ada.submission.student == "ada")
    try ada.set(field: "u", to: "[[1, 0], [0, 1]]", isText: false)
    let text = String(decoding: ada.bytes, as: UTF8.self) + "# my own words\n"
    #expect(try Self.sheet(text).bytes == Array(text.utf8))
    #expect(try Self.sheet(text, student: "ada").bytes == Array(text.utf8))
    let bob = try Self.sheet(text, student: "bob")
    #expect(bob.submission.student == "bob")
    #expect(bob.text(of: "u") == "[[1, 0], [0, 1]]")
    #expect(!String(decoding: bob.bytes, as: UTF8.self).contains("my own words"))
  }

  @Test("answers in JSON are taken over into a sheet")
  func json() throws {
    let sheet = try Self.sheet(#"{"exercise":"t","student":"ada","answers":{"u":[[1,2],[3,4]]}}"#)
    #expect(sheet.submission.student == "ada")
    #expect(sheet.text(of: "u") == "[[1,2],[3,4]]")
    #expect(String(decoding: sheet.bytes, as: UTF8.self).hasPrefix("# t  T\n"))
  }

  @Test("a sheet of another exercise is refused")
  func other() throws {
    #expect(throws: (any Error).self) { try Self.sheet("exercise: other\nu = 1\n") }
  }
}
