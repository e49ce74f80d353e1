import Exercises
import Marking
import Practice
import Reports
import Testing

@Suite struct PracticeTextTests {
  @Test("The exercise is shown first, with the commands")
  func opening() throws {
    let text = PracticeText(try SampleExercise.chain(), style: TerminalStyle())
    #expect(
      text.opening == """
        chain  A chain

        Multiply x = 2 by three, add one, square.

        Steps
          p  1 point   three times x [forward pass]
          q  2 points  one more
          r  1 point   the square

        Three or four digits: a number is right as far as it is typed. Two digits will
        do, fewer earn half.

          Type an answer, or one of: hint, skip, back, show, help, quit.
        """)
  }

  @Test(
    "A question says what is asked, how much is done and what is there",
    arguments: [
      ("# empty\n", "p  step 1 of 3, 1 point\n  three times x", "[>-------------] 0/3"),
      ("p = 6\n", "q  step 2 of 3, 2 points\n  one more", "[####>---------] 1/3"),
      (
        "p = [5,\n 6]\n",
        "p  step 1 of 3, 1 point\n  three times x\n  So far you have [5, 6].",
        "[>-------------] 0/3"
      ),
    ])
  func questions(file: String, words: String, bar: String) throws {
    let session = try PracticeSession(SampleExercise.chain(), answers: AnswerText(file))
    let text = PracticeText(session.exercise, style: TerminalStyle(width: 30))
    #expect(text.question(of: session) == "\nProgress: \(bar)\n\n\(words)")
  }

  @Test("A question that is answered already can be left as it is")
  func answered() throws {
    var session = try PracticeSession(SampleExercise.chosen(), answers: AnswerText("w = [1, 2]\n"))
    _ = session.respond(to: .command(.back))
    let text = PracticeText(session.exercise, style: TerminalStyle(width: 60))
    #expect(
      text.question(of: session) == """

        Progress: [>-------------------------------------------] 0/2

        w  yours to choose, a vector of 2
          your weights
          So far you have [1, 2]; press return to keep it.
        """)
  }

  @Test("The commands are listed with what they do")
  func commands() throws {
    let text = PracticeText(try SampleExercise.chain(), style: TerminalStyle())
    #expect(
      text.reply(.commands) == """
          hint  the next hint; each says a little more
          skip  go on to the next open step
          back  go back to the step before
          show  print the exercise again
          help  print this list
          quit  stop here; your work is kept
        """)
  }

  @Test("What a file or an exercise says cannot reach the terminal as commands")
  func harmless() throws {
    let text = PracticeText(try SampleExercise.chain(), style: TerminalStyle())
    #expect(text.reply(.remark("a\u{1B}[2Jb")) == "  Remark: a\u{FFFD}[2Jb")
    var step = StepFeedback(name: "p", status: .incorrect, points: 0, outOf: 1)
    step.says = ["\u{1B}]0;x\u{7}"]
    #expect(
      text.reply(.verdict(step)) == """
          ✗ wrong  0/1
              \u{FFFD}]0;x\u{FFFD}
              Try again; 'hint' helps, 'skip' goes on.
        """)
  }
}
