import Exercises
import Formulas
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Marking on numbers of one's own")
struct OwnNumbersTests {
  private static func exercise(_ members: String = "") throws -> Exercise {
    try Exercise.sample(
      #"""
      \#(members) "given": { "x": { "random": { "from": 2, "to": 9, "integer": true } } },
      "steps": [{ "name": "u", "formula": "10 * x" }, { "name": "v", "formula": "u + x" }]
      """#)
  }

  private static let missing =
    "This exercise has numbers of your own: write your id after 'student:'."

  /// The number of a student.
  private static func x(_ student: String) throws -> Int {
    let value = try #require(try exercise().dealt(to: student).ownNumbers.first?.value[0])
    return Int(value)
  }

  private static let students = (1...20).map { "student-\($0)" }

  @Test("Everyone is marked on their own numbers, in any order, by one marker")
  func everyone() throws {
    var marker = Marker(try Self.exercise())
    for student in Self.students + Self.students.reversed() + ["student-3", "student-3"] {
      let x = try Self.x(student)
      let feedback = marker.mark(
        try Submission(answers: "student: \(student)\nu = \(10 * x)\nv = \(11 * x)"))
      #expect(feedback.isFullMarks)
      #expect(feedback.student == student)
      #expect(marker.exercise.student == student)
      #expect(
        marker.expectedAnswers() == [
          .value(Tensor(Double(10 * x))), .value(Tensor(Double(11 * x))),
        ])
    }
  }

  @Test("Somebody else's numbers are wrong")
  func others() throws {
    let x = try Self.x("ada")
    let other = try #require(try Self.students.first { try Self.x($0) != x })
    let answers = "u = \(10 * x)\nv = \(11 * x)"
    var marker = Marker(try Self.exercise())
    #expect(marker.mark(try Submission(answers: "student: ada\n" + answers)).isFullMarks)
    let feedback = marker.mark(try Submission(answers: "student: \(other)\n" + answers))
    #expect(feedback.step("u")?.status == .incorrect)
  }

  @Test("A slip is followed on the student's own numbers")
  func followThrough() throws {
    for student in Self.students.prefix(5) {
      let x = try Self.x(student)
      var marker = Marker(try Self.exercise())
      let feedback = marker.mark(
        try Submission(answers: "student: \(student)\nu = \(10 * x + 7)\nv = \(11 * x + 7)"))
      #expect(feedback.steps.map(\.status) == [.incorrect, .followsThrough])
      #expect(feedback.steps[1].says.texts == ["This follows correctly from your u."])
    }
  }

  @Test("Without a student nothing can be marked, and nothing is revealed")
  func nobody() throws {
    var marker = Marker(try Self.exercise())
    let submission = try Submission(answers: "u = 20\nw = 1")
    for _ in 1...2 {
      let feedback = marker.mark(submission)
      #expect(
        feedback.lines == [
          "u unreadable 0.0: \(Self.missing)", "v unanswered 0.0",
          "note: Exercise sample has no step 'w'.",
        ])
      #expect(marker.mark(submission, reveals: true).steps.allSatisfy { $0.expected == nil })
      // Somebody with a name in between changes nothing.
      _ = marker.mark(try Submission(answers: "student: ada"))
    }
    let blank = try Submission(json: #"{ "student": " ", "answers": { "u": 20 } }"#)
    #expect(marker.mark(blank).steps[0].says.texts == [Self.missing])
  }

  @Test("A submission that names nobody is its owner's; one that does is what it says")
  func owner() throws {
    let (ada, bob) = try (
      Self.x("ada"), Self.students.first { try Self.x($0) != Self.x("ada") } ?? ""
    )
    var marker = Marker(try Self.exercise())
    let answer = "u = \(10 * ada)"
    #expect(marker.mark(try Submission(answers: answer), of: "ada").steps[0].status == .correct)
    #expect(marker.mark(try Submission(answers: answer), of: bob).steps[0].status == .incorrect)
    let named = try Submission(answers: "student: ada\n" + answer)
    #expect(marker.mark(named, of: bob).steps[0].status == .correct)
    var dealt = Marker(try Self.exercise().dealt(to: "ada"))
    #expect(dealt.mark(try Submission(answers: answer)).steps[0].status == .correct)
    #expect(
      dealt.mark(try Submission(answers: "student: \(bob)\n" + answer)).steps[0].status
        == .incorrect)
    #expect(dealt.mark(try Submission(answers: answer)).steps[0].status == .correct)
  }

  @Test("Own numbers and own choices together")
  func choices() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "x": { "random": { "from": 2, "to": 9, "integer": true } } },
      "choose": [{ "name": "w", "shape": [] }],
      "steps": [{ "name": "u", "formula": "w * x" }]
      """#)
    var marker = Marker(exercise)
    for student in Self.students.prefix(4) {
      let value = try #require(exercise.dealt(to: student).ownNumbers.first?.value[0])
      let x = Int(value)
      let right = try Submission(answers: "student: \(student)\nw = 3\nu = \(3 * x)")
      #expect(marker.mark(right).isFullMarks)
      let sheet = try Submission(answers: "student: \(student)\nu = \(3 * x)")
      let bare = marker.mark(sheet, reveals: true)
      #expect(
        bare.steps[0].says.texts == [
          "This cannot be marked without the values you chose: add w = …."
        ])
      #expect(bare.steps[0].expected == nil)
    }
  }

  @Test("A key that is not finite for one student is not that student's fault")
  func notFinite() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "x": { "random": { "from": 0, "to": 1, "integer": true } } },
      "steps": [{ "name": "u", "formula": "1 / x" }]
      """#)
    let unlucky = try #require(
      Self.students.first { exercise.dealt(to: $0).ownNumbers[0].value[0] == 0 })
    var marker = Marker(exercise)
    #expect(
      marker.mark(try Submission(answers: "student: \(unlucky)\nu = 1")).lines == [
        "u notRun 0.0: With your numbers this is not a finite number; your instructor should know."
      ])
  }
}
