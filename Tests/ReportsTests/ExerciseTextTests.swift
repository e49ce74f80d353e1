import Exercises
import Reports
import Testing

@Suite("An exercise as text")
struct ExerciseTextTests {
  @Test("the question has title, source, statement and steps")
  func question() throws {
    #expect(
      ExerciseText(try SampleExercise.chain()).question == """
        chain  The chain rule
        Chapter 1

        Two steps.

        Steps
          u      0.5 points  the inner value [forward pass]
          dy_dx  2 points    the slope

        Three or four digits: a number is right as far as it is typed. Two digits will
        do, fewer earn half.
        """)
  }

  @Test("the question says what the student chooses")
  func choices() throws {
    #expect(
      ExerciseText(try SampleExercise.chosen()).question == """
        own  Own weights

        Choose.

        You choose
          W1  a 1×2 matrix  your weights

        Steps
          z1  1 point  the pre-activation

        Three or four digits: a number is right as far as it is typed. Two digits will
        do, fewer earn half.
        """)
  }

  @Test("steps are running text in a narrow window, and where they are read aloud")
  func narrow() throws {
    let narrow = ExerciseText(try SampleExercise.chain(), style: TerminalStyle(width: 40)).question
    #expect(
      narrow.contains(
        """
        Steps
          u, 0.5 points: the inner value
            [forward pass]
          dy_dx, 2 points: the slope

        """))
    let plain = ExerciseText(try SampleExercise.chosen(), style: TerminalStyle(isPlain: true))
    #expect(
      plain.question.contains(
        "You choose\n  W1, a 1×2 matrix: your weights\n\nSteps\n  z1, 1 point: the pre-activation\n"
      ))
  }

  @Test("the answer sheet has a line for each choice and step, and says how to fill it in")
  func answerSheet() throws {
    #expect(
      ExerciseText(try SampleExercise.chosen()).answerSheet(student: "ada") == """
        # own  Own weights
        # Write after each equals sign: 0.5, 1/3, [1, 2] or [[1, 2], [3, 4]].
        exercise: own
        student: ada

        # What you choose.
        # W1: your weights, a 1×2 matrix
        W1 = \("")

        # z1: the pre-activation
        z1 = \("")

        """)
  }

  @Test("options, names and room for a text are in the question and on the sheet")
  func details() throws {
    let exercise = try SampleExercise.read(
      #"""
      { "id": "kinds", "title": "Kinds", "statement": "S", "steps": [
        { "name": "c", "kind": "choice", "keepOrder": true, "text": "Is it?",
          "options": [ { "text": "no", "correct": false }, { "text": "yes", "correct": true } ] },
        { "name": "f", "kind": "formula", "formula": "n*x", "text": "the product", "variables":
          { "n": { "values": [1, 2] }, "x": { "shape": [2], "from": 0, "to": 1 } } },
        { "name": "w", "kind": "written", "rubric": [ { "says": "x", "points": 2 } ] } ] }
      """#)
    #expect(
      ExerciseText(exercise).question.hasSuffix(
        """
        Steps
          c  1 point   Is it?
              Choose one, by its letter.
              a) no
              b) yes
          f  1 point   the product
              A formula in n (1 or 2) and x (a vector of 2, 0 to 1).
          w  2 points\("  ")
              A text, read by a person. In a file, write it between \"\"\" and \"\"\", on as
              many lines as it takes.
        """))
    #expect(
      ExerciseText(exercise).answerSheet(student: "ada").hasSuffix(
        """
        # c: Is it?
        #   Choose one, by its letter.
        #   a) no
        #   b) yes
        c = \("")

        # f: the product
        #   A formula in n (1 or 2) and x (a vector of 2, 0 to 1).
        f = \("")

        # w
        #   A text, read by a person. In a file, write it between \"\"\" and \"\"\", on as many \
        lines as it takes.
        w = \"\"\"
        \"\"\"

        """))
  }

  @Test("as JSON there is nothing that gives an answer away")
  func json() throws {
    #expect(
      ExerciseJSON.text(try SampleExercise.chosen()) == """
        {
          "id": "own",
          "title": "Own weights",
          "source": null,
          "statement": "Choose.",
          "choose": [
            {
              "name": "W1",
              "shape": [
                1,
                2
              ],
              "text": "your weights"
            }
          ],
          "steps": [
            {
              "name": "z1",
              "kind": "value",
              "text": "the pre-activation",
              "points": 1,
              "shape": [
                1
              ]
            }
          ]
        }
        """)
  }
}
