import Answers
import Exercises
import Formulas
import Marking
import Reports
import Testing

@Suite("Feedback as text")
struct FeedbackTextTests {
  static let slip = StepFeedback(
    name: "u", status: .incorrect, points: 0, outOf: 0.5, says: ["Multiply first, then add."])

  static var followed: StepFeedback {
    var step = StepFeedback(
      name: "dy_dx", status: .followsThrough, points: 2, outOf: 2,
      says: ["This follows correctly from your u."])
    step.follows = ["u"]
    return step
  }

  static func feedback(_ steps: [StepFeedback]) -> Feedback {
    Feedback(exercise: "chain", student: "ada", steps: steps)
  }

  static func text(_ feedback: Feedback, _ style: TerminalStyle = TerminalStyle()) throws -> String
  {
    FeedbackText(feedback, try SampleExercise.chain(), style: style).full
  }

  @Test("words stand under what is wrong and beside what follows from it")
  func layout() throws {
    #expect(
      try Self.text(Self.feedback([Self.slip, Self.followed])) == """
        chain  The chain rule · ada

          ✗ wrong       u      0/0.5
              Multiply first, then add.
          ↪ follows     dy_dx  2/2    This follows correctly from your u.

          2 of 2.5 points  Look at u first.

        """)
  }

  /// An error with the line of the file that it is in.
  static let listing = Message([
    .file("u.swift"), .words(":3:9: no"), .listing("let z = ``<q>", caret: 8),
  ])

  @Test("for a screen reader there are words for signs and no columns")
  func plain() throws {
    #expect(
      try Self.text(Self.feedback([Self.slip, Self.followed]), TerminalStyle(isPlain: true)) == """
        chain  The chain rule · ada

        u: wrong, 0 of 0.5 points.
          Multiply first, then add.
        dy_dx: follows, 2 of 2 points.
          This follows correctly from your u.

          2 of 2.5 points  Look at u first.

        """)
  }

  @Test("a step that is called first is not looked at first first")
  func first() throws {
    let step = StepFeedback(name: "first", status: .incorrect, points: 0, outOf: 1, says: [])
    #expect(try Self.text(Self.feedback([step])).contains("0 of 1 point  Begin with 'first'.\n"))
  }

  @Test("a line of a file is not wrapped, and the caret below it points where it did")
  func listings() throws {
    var step = Self.slip
    step.says = [Self.listing, "Go on."]
    #expect(
      try Self.text(Self.feedback([step]), TerminalStyle(width: 40)) == """
        chain  The chain rule · ada

          ✗ wrong       u  0/0.5
              u.swift:3:9: no
                let z = ``<q>
                        ^
              Go on.

          0 of 0.5 points  Look at u first.

        """)
  }

  @Test("in a narrow terminal what follows has its words on the next line")
  func narrow() throws {
    #expect(
      try Self.text(Self.feedback([Self.slip, Self.followed]), TerminalStyle(width: 50)) == """
        chain  The chain rule · ada

          ✗ wrong       u      0/0.5
              Multiply first, then add.
          ↪ follows     dy_dx  2/2
              This follows correctly from your u.

          2 of 2.5 points  Look at u first.

        """)
  }

  @Test("notes and remarks come before the steps")
  func notes() throws {
    var feedback = Self.feedback([
      StepFeedback(name: "u", status: .correct, points: 0.5, outOf: 0.5),
      StepFeedback(name: "dy_dx", status: .correct, points: 2, outOf: 2),
    ])
    feedback.notes = ["Exercise chain has no step 'v'; did you mean 'u'?"]
    feedback.remarks = ["Your units are twins."]
    #expect(
      try Self.text(feedback) == """
        chain  The chain rule · ada

          Note: Exercise chain has no step 'v'; did you mean 'u'?
          Remark: Your units are twins.

          ✓ right       u      0.5/0.5
          ✓ right       dy_dx  2/2

          2.5 of 2.5 points  Everything is right.

        """)
  }

  @Test("expected values are shown where they are given, to the digits that are asked for")
  func revealed() throws {
    var slip = Self.slip
    slip.expected = .value(Tensor(5))
    var followed = Self.followed
    followed.expected = .value(Tensor(29.999_999_999_7))
    #expect(
      try Self.text(Self.feedback([slip, followed])) == """
        chain  The chain rule · ada

          ✗ wrong       u      0/0.5
              Multiply first, then add.
              Expected: 5
          ↪ follows     dy_dx  2/2
              This follows correctly from your u.
              Expected: 30

          2 of 2.5 points  Look at u first.

        """)
  }

  @Test(
    "the sum says where to go on",
    arguments: [
      ([Status.correct, .correct], "  2.5 of 2.5 points  Everything is right."),
      ([.unanswered, .unanswered], "  0 of 2.5 points  2 not answered."),
      ([.correct, .unanswered], "  0.5 of 2.5 points  1 not answered."),
      ([.unreadable, .unanswered], "  0 of 2.5 points  Look at u first.  1 not answered."),
      ([.correct, .incorrect], "  0.5 of 2.5 points  Look at dy_dx first."),
      ([.followsThrough, .correct], "  2.5 of 2.5 points  Everything is right."),
    ])
  func advice(_ statuses: [Status], _ expected: String) throws {
    let steps = zip(statuses, [("u", 0.5), ("dy_dx", 2.0)]).map { status, step in
      let isRight = status == .correct || status == .followsThrough
      return StepFeedback(
        name: step.0, status: status, points: isRight ? step.1 : 0, outOf: step.1)
    }
    let text = FeedbackText(
      Self.feedback(steps), try SampleExercise.chain(), style: TerminalStyle())
    #expect(text.sum == expected)
  }

  @Test("colours add nothing but colour")
  func colours() throws {
    let feedback = Self.feedback([Self.slip, Self.followed])
    let coloured = try Self.text(feedback, TerminalStyle(isColoured: true))
    #expect(coloured.contains("\u{1B}[31m✗ wrong     \u{1B}[0m"))
    #expect(try coloured.replacing(/\u{1B}\[\d+m/, with: "") == Self.text(feedback))
  }

  @Test("each status has a word and a symbol of its own")
  func statuses() {
    #expect(Set(Status.allCases.map(\.word)).count == Status.allCases.count)
    #expect(Set(Status.allCases.map(\.symbol)).count == Status.allCases.count)
    #expect(Status.allCases.allSatisfy { $0.word.count <= 10 && $0.symbol.count == 1 })
  }

  @Test("control characters of a student's reach no terminal")
  func hostile() throws {
    var feedback = Self.feedback([Self.slip, Self.followed])
    feedback.student = "a\u{1B}[2Jda\u{202E}"
    feedback.notes = ["'\u{7}' is no step"]
    let text = try Self.text(feedback)
    #expect(text.hasPrefix("chain  The chain rule · a\u{FFFD}[2Jda\u{FFFD}\n"))
    #expect(text.contains("  Note: '\u{FFFD}' is no step\n"))
  }
}
