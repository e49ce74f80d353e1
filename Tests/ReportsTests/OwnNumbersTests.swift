import Exercises
import Reports
import Testing

@Suite("Numbers of one's own in reports")
struct OwnNumbersTests {
  private static func exercise() throws -> Exercise {
    try SampleExercise.read(
      """
      { "id": "own", "title": "Own numbers", "statement": "Let n be {{n}}.",
        "given": { "x": { "random": { "shape": [2], "from": -1, "to": 1 } }, "c": 3,
          "n": { "random": { "from": 2, "to": 9, "integer": true } } },
        "steps": [{ "name": "u", "formula": "n * sum(x) + c", "text": "the sum" }] }
      """)
  }

  @Test("the question shows the student's numbers")
  func question() throws {
    #expect(
      ExerciseText(try Self.exercise().dealt(to: "ada")).question == """
        own  Own numbers

        Let n be 5.

        Your numbers
          x = [−0.37, 1]
          n = 5

        Steps
          u  1 point  the sum

        Three or four digits: a number is right as far as it is typed. Two digits will
        do, fewer earn half.
        """)
  }

  @Test("without a student the question shows an example, and says that it is one")
  func example() throws {
    #expect(
      ExerciseText(try Self.exercise()).question == """
        own  Own numbers

        Let n be 2.

        Example numbers
          Everyone has other numbers, so these are only an example; with --student your
          own.
          x = [0.38, 0.74]
          n = 2

        Steps
          u  1 point  the sum

        Three or four digits: a number is right as far as it is typed. Two digits will
        do, fewer earn half.
        """)
  }

  @Test("the answer sheet has the numbers as comments")
  func sheet() throws {
    #expect(
      ExerciseText(try Self.exercise()).answerSheet(student: "ada") == """
        # own  Own numbers
        # Write after each equals sign: 0.5, 1/3, [1, 2] or [[1, 2], [3, 4]].
        exercise: own
        student: ada

        # Your numbers, drawn for the student above.
        # x = [-0.37, 1]
        # n = 5

        # u: the sum
        u = \("")

        """)
  }

  @Test("as JSON the numbers are under 'given'")
  func json() throws {
    let json = ExerciseJSON.text(try Self.exercise().dealt(to: "ada"))
    #expect(
      json.contains(
        """
          "statement": "Let n be 5.",
          "student": "ada",
          "given": {
            "x": [
              -0.37,
              1
            ],
            "n": 5
          },
        """))
    let example = ExerciseJSON.text(try Self.exercise())
    #expect(example.contains("\n  \"student\": null,\n  \"given\": {\n"))
  }

  @Test("the solution begins with the numbers")
  func solution() throws {
    let exercise = try Self.exercise().dealt(to: "ada")
    var key = exercise.evaluation()
    key.run()
    #expect(
      SolutionText(exercise, key: key, style: TerminalStyle()).full(paths: nil) == """
        own  Own numbers

        The numbers of ada
          x = [−0.37, 1]
          n = 5

        u = n · sum(x) + c
            u = 5·(−0.37 + 1) + 3 = 6.15
        """)
  }

  @Test("the verification says how many variants there were")
  func verification() throws {
    let exercise = try Self.exercise()
    let text = VerificationText(
      Verification(exercise), exercise, file: "own.json", style: TerminalStyle())
    #expect(text.verdict == "own.json: sound, 1 step, 50 variants")
  }
}
