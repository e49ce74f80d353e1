import Foundation
import TestSupport
import Testing

/// The kinds that need more than the exercise and the answers: marks, and programs.
@Suite("Texts for people and checkers of the instructor's own")
struct KindsCommandTests {
  private static func backmark() throws -> Backmark {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write(
      "exercises/essay.json",
      #"""
      { "id": "essay", "title": "An essay", "statement": "Write.", "steps": [
        { "name": "w", "kind": "written", "rubric": [ { "says": "names both", "points": 2 } ] },
        { "name": "p", "kind": "external", "command": ["sh", "check.sh"] },
        { "name": "c", "kind": "choice", "options": [ { "text": "one", "correct": false },
          { "text": "two", "correct": true }, { "text": "three", "correct": false } ] } ] }
      """#)
    try backmark.workplace.write(
      "exercises/check.sh", #"echo '{ "status": "correct", "says": ["Checked."] }'"#)
    try backmark.workplace.write(
      "ada.answers", "exercise: essay\nw = \"\"\"\nTwo\nlines\n\"\"\"\np = up\nc = two\n")
    return backmark
  }

  @Test("a checker runs only where that is allowed")
  func external() throws {
    let backmark = try Self.backmark()
    let refused = try backmark("grade", "ada.answers")
    #expect(
      refused
        == .init(
          output: """
            essay  An essay

              … to be read  w  0/2
                  Kept for a person to read: 2 words.
              ! not run     p  0/1
                  p is checked by the instructor's own program; run again with
                  --allow-external.
              ✓ right       c  1/1

              1 of 4 points  1 to be read.  1 not run.

            """, status: 1))
    let allowed = try backmark("grade", "ada.answers", "--allow-external")
    #expect(allowed.output.contains("✓ right       p  1/1\n      Checked.\n"))
  }

  @Test("a student's sheet, question and marks have one order")
  func order() throws {
    let backmark = try Self.backmark()
    let question = try backmark("show", "essay", "--student", "ada").output
    let sheet = try backmark("start", "essay", "--student", "ada", "-o", "-").output
    let options = question.split(separator: "\n").filter { $0.contains(") ") }
      .map { $0.trimmingPrefix(while: { $0 == " " }) }
    #expect(options.count == 3)
    for option in options { #expect(sheet.contains("#   \(option)\n")) }
    let right = try #require(options.first { $0.hasSuffix("two") }?.first)
    try backmark.workplace.write("sheet.answers", sheet.replacing("\nc = ", with: "\nc = \(right)"))
    #expect(try backmark("grade", "sheet.answers").output.contains("✓ right       c  1/1"))
  }

  @Test("marks are merged into a class, or refused with everything that is wrong with them")
  func marks() throws {
    let backmark = try Self.backmark()
    let text = try backmark.workplace.text(of: "ada.answers")
    try backmark.workplace.write("class/ada/essay.answers", text)
    let arguments = ["class", "class", "-o", "r", "-q", "--allow-external"]
    let unread = try backmark.shell("backmark \(arguments.joined(separator: " "))")
    #expect(unread.output.hasSuffix("\n1 student, 1 answer to be read\n"))
    #expect(unread.status == 0)
    try backmark.workplace.write("marks.json", #"{ "ada": { "essay": { "w": [1.5] } } }"#)
    let read = try backmark.shell("backmark \(arguments.joined(separator: " ")) --marks marks.json")
    #expect(read == .init(output: read.output, notes: "", status: 0))
    #expect(read.output.hasSuffix("\n1 student\n"))
    #expect(try backmark.workplace.text(of: "r/gradebook.csv").contains("ada,,3.5,3.5,ok"))
    try backmark.workplace.write("marks.json", #"{ "eda": { "essay": { "w": [3] } } }"#)
    let bad = try backmark.shell("backmark \(arguments.joined(separator: " ")) --marks marks.json")
    #expect(bad.status == 2)
    #expect(bad.notes.hasPrefix("Error: the marks cannot be used:\nmarks.json:1:3: error: "))
    #expect(bad.notes.contains("there is no student 'eda'; did you mean 'ada'?"))
    #expect(bad.notes.contains("item 1 of 'w' gives from 0 to 2 points, not 3"))
  }
}
