import Answers
import Exercises
import Gradebooks
import Grading
import LocatedJSON
import Marking
import TestSupport
import Testing

@testable import Classroom

@Suite("What students are known by, on pages")
struct StudentMentionsTests {
  @Test(
    "a name is replaced where it stands by itself",
    arguments: [
      ("ada.answers: it is empty", "ada", "X.answers: it is empty"),
      ("Canada and ada", "ada", "Canada and X"), ("a, Ada (ada)", "a", "X, Ada (ada)"),
      ("nothing", "", "nothing"), ("adaada ada", "ada", "adaada X"),
    ])
  func replacing(_ text: String, _ name: String, _ result: String) {
    #expect(text.replacingWord(name, with: "X") == result)
  }

  @Test(
    "an id that may be a number, a name of the exercise or a symbol is replaced in names of files",
    arguments: [
      ("1", "The 1 is missing: 0.1 + 1 = 1.1", "The 1 is missing: 0.1 + 1 = 1.1"),
      ("0.5", "-0.5, not 0.5; see 0.5.json", "-0.5, not 0.5; see X.json"),
      ("175", "175.answers: 175 is wrong", "X.answers: 175 is wrong"),
      ("1e5", "1e5 is too large", "1e5 is too large"), ("nan", "y is nan", "y is nan"),
      ("y", "y is wrong", "y is wrong"), ("max", "max(0, x)", "max(0, x)"),
      ("a1", "a1[2] is wrong", "a1[2] is wrong"), ("ada", "ada, see 1.ada", "X, see 1.X"),
      ("double", "double.json: double it", "X.json: X it"),
    ])
  func meanings(_ id: String, _ text: String, _ result: String) throws {
    guard case .sound(let exercise)? = try SampleLibrary().library["double"] else {
      Issue.record("there is no exercise")
      return
    }
    let typed: Message = "\(visible: text)"
    var feedback = Feedback(
      exercise: "double", student: id,
      steps: [StepFeedback(name: "y", status: .incorrect, points: 0, outOf: 1, says: [typed])])
    feedback.notes = [typed]
    feedback.steps[0].given = .text(text)
    let hidden = StudentMentions(of: StudentRecord(id: id), calledAs: "X", in: exercise)
      .hidden(in: feedback)
    #expect(hidden.notes.texts == [result])
    #expect(hidden.steps[0].says.texts == [result])
    #expect(hidden.steps[0].given == .text(result))
  }

  @Test(
    "an id that reads like a number or a step changes nothing of what the grader says itself",
    arguments: ["1", "0.5", "175", "x", "6", "y", "right", "the"])
  func numbersStay(_ id: String) throws {
    guard case .sound(let exercise)? = try SampleLibrary().library["double"] else {
      Issue.record("there is no exercise")
      return
    }
    var marker = Marker(exercise)
    let mentions = StudentMentions(of: StudentRecord(id: id), calledAs: "X", in: exercise)
    for answer in ["1", "0.5", "175", "5", "3", "-6", "60", "[6, 6]"] {
      let sheet = SourceText(name: "a", text: "y = \(answer)\n1 0.5 175 x = 1")
      let feedback = marker.mark(try Submission(reading: sheet, as: .answers))
      let hidden = mentions.hidden(in: feedback)
      #expect(hidden.steps[0].says == feedback.steps[0].says)
      #expect(!feedback.steps[0].says.isEmpty)
    }
  }

  @Test("the file of a student is called otherwise whatever the student's id is, words are not")
  func files() throws {
    guard case .sound(let exercise)? = try SampleLibrary().library["double"] else {
      Issue.record("there is no exercise")
      return
    }
    let message: Message =
      "\(file: "empty.json"): the file is empty (\(1) of \(formula: "1", numbers: [1]))"
    for (id, text) in [
      ("empty", "X.json: the file is empty (1 of 1)"),
      ("1", "empty.json: the file is empty (1 of 1)"),
    ] {
      var feedback = Feedback(exercise: "double", student: id, steps: [])
      feedback.notes = [message]
      let hidden = StudentMentions(of: StudentRecord(id: id), calledAs: "X", in: exercise)
        .hidden(in: feedback)
      #expect(hidden.notes.texts == [text])
    }
  }
}
