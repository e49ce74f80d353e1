import Exercises
import Gradebooks
import Grading
import Marking
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
    guard case .sound(let exercise)? = try SampleShelf().shelf["double"] else {
      Issue.record("there is no exercise")
      return
    }
    var feedback = Feedback(
      exercise: "double", student: id,
      steps: [StepFeedback(name: "y", status: .incorrect, points: 0, outOf: 1, says: [text])])
    feedback.notes = [text]
    feedback.steps[0].given = .text(text)
    let hidden = StudentMentions(of: StudentRecord(id: id), calledAs: "X", in: exercise)
      .hidden(in: feedback)
    #expect(hidden.notes == [result])
    #expect(hidden.steps[0].says == [result])
    #expect(hidden.steps[0].given == .text(result))
  }
}
