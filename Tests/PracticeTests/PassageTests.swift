import Answers
import Exercises
import Foundation
import LocatedJSON
import Marking
import Practice
import Reports
import TestSupport
import Testing

@Suite("Texts with gaps")
struct PassageTests {
  private static let derivation = #"""
    "given": { "w": 3, "x": 2 },
    "steps": [
      { "kind": "blanks", "text": "With $z = w x$ we have $z =$ [[z]], $[[1, 2]]$ aside.\n\nThen $z^2 =$ [[sq]]; it is [[sort]].",
        "gaps": [
          { "name": "z", "formula": "w*x", "hints": ["Multiply."] },
          { "name": "sq", "kind": "count", "formula": "z^2", "text": "the square", "points": 2 },
          { "name": "sort", "kind": "choice", "keepOrder": true, "options": [
            { "text": "even", "correct": true }, { "text": "odd", "correct": false } ] } ] },
      { "name": "after", "formula": "sq + 1" } ]
    """#

  private static func exercise() throws -> Exercise {
    try Exercise(text: #"{ "id": "gaps", "title": "t", "statement": "s", \#(derivation) }"#)
  }

  @Test("every gap is a step, and the first has the text before it")
  func steps() throws {
    let exercise = try Self.exercise()
    #expect(exercise.steps.map(\.name) == ["z", "sq", "sort", "after"])
    let passage = try #require(exercise.steps[0].passageBefore)
    #expect(passage.gaps == ["z", "sq", "sort"])
    #expect(
      passage.named
        == "With $z = w x$ we have $z =$ [z], $[[1, 2]]$ aside.\n\nThen $z^2 =$ [sq]; it is [sort]."
    )
    #expect(exercise.steps[1].passageBefore == nil)
    #expect(exercise.steps[1].heading.passage == passage)
    #expect(exercise.steps[3].heading.passage == nil)
    #expect(exercise.steps[0].text == "the gap `z` of the text")
    #expect(exercise.steps[1].text == "the square")
  }

  @Test("gaps are marked like other steps, on the student's own values too")
  func marks() throws {
    let exercise = try Self.exercise()
    var marker = Marker(exercise)
    let sheet = SourceText(name: "ada", text: "z = 5\nsq = 25\nsort = a")
    let feedback = marker.mark(try Submission(reading: sheet, as: .answers))
    #expect(
      feedback.steps.map(\.status) == [.incorrect, .followsThrough, .correct, .unanswered])
  }

  @Test("question and sheet have the text once, before its first gap")
  func text() throws {
    let exercise = try Self.exercise()
    let question = ExerciseText(exercise).question
    #expect(question.components(separatedBy: "With z = w x we have z = [z]").count == 2)
    let sheet = ExerciseText(exercise).answerSheet(student: "")
    #expect(sheet.contains("# Then z² = [sq]; it is [sort].\n\n# z: the gap"))
    #expect(sheet.contains("\nsort = \n"))
  }

  @Test("the page has the fields within the text, each once")
  func page() throws {
    let html = ExerciseForm(try Self.exercise()).html
    for name in ["z", "sq", "sort", "after"] {
      #expect(html.components(separatedBy: "data-name=\"\(name)\"").count == 2, "\(name)")
      #expect(html.components(separatedBy: "data-step=\"\(name)\"").count == 2, "\(name)")
    }
    #expect(html.contains("class=\"card passage\""))
    #expect(html.contains("<select class=\"gap\" data-kind=\"menu\""))
    #expect(!html.contains("\u{E000}"))
  }
}
