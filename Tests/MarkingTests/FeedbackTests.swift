import Testing

@testable import Marking

@Suite("Feedback")
struct FeedbackTests {
  @Test("Points add up, and full marks are all points of all steps")
  func points() {
    var feedback = Feedback(
      exercise: "16.2", student: "ada",
      steps: [
        StepFeedback(name: "a", status: .correct, points: 1, outOf: 1),
        StepFeedback(name: "b", status: .followsThrough, points: 1.5, outOf: 3),
      ])
    #expect(feedback.points == 2.5)
    #expect(feedback.outOf == 4)
    #expect(!feedback.isFullMarks)
    feedback.steps[1].points = 3
    #expect(feedback.isFullMarks)
  }

  @Test("Statuses are spelled as scripts rely on")
  func statuses() {
    #expect(
      Status.allCases.map(\.rawValue) == [
        "correct", "followsThrough", "partial", "incorrect", "unanswered", "unreadable", "toBeRead",
        "notRun",
      ])
    #expect(Status.allCases.map(\.number) == Array(0..<Status.allCases.count))
  }

  @Test("A step of which nothing is said is bare, with what was handed in or without")
  func bare() {
    var step = StepFeedback(name: "a", status: .correct, points: 1, outOf: 1)
    #expect(step.isBare && step.says.isEmpty && step.diagnosis == nil && step.given == nil)
    let copy = step
    step.given = .text("2")
    #expect(step.isBare && step.given != nil && copy.given == nil)
    step.says = ["no"]
    #expect(!step.isBare && step.given != nil && copy.says.isEmpty)
    step.says = []
    step.text = ""
    #expect(!step.isBare)
  }

  @Test(
    "Names are listed as in a sentence",
    arguments: [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
  func lists(_ names: [String], _ words: String) {
    #expect(names.joinedAsWords == words)
  }
}
