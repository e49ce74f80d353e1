import Answers
import Exercises
import LocatedJSON
import Practice
import Reports
import Testing

@Suite struct AnswerTextTests {
  @Test(
    "A value is written in its place and everything else stays as it is",
    arguments: [
      ("a = \n", "a = 5\n"),
      ("a =\n", "a = 5\n"),
      ("a =", "a = 5"),
      ("a =   # to do\nb = 1\n", "a = 5 # to do\nb = 1\n"),
      ("a = 4 # my guess\nb = 1\n", "a = 5 # my guess\nb = 1\n"),
      ("# a = 1\nb = 2\n", "# a = 1\nb = 2\na = 5\n"),
      ("b = 2", "b = 2\na = 5\n"),
      ("b = 2\r\n", "b = 2\r\na = 5\r\n"),
      ("\r\na = \r\nb = \r\n", "\r\na = 5\r\nb = \r\n"),
      ("a: 4\n", "a: 5\n"),
      ("a = [1,\n  2]\nb = 1\n", "a = 5\nb = 1\n"),
      ("a = [[1, 2], # upper\n     [3, 4]] # lower\n", "# upper\na = 5 # lower\n"),
      ("b = 1\na = [1, # one\r\n 2]\n", "b = 1\n# one\na = 5\n"),
      ("a = [1, 2\nb = 3\n", "a = 5\nb = 3\n"),
      ("a = 1\na = 2\n", "a = 1\na = 5\n"),
      ("a = 1\na = \n", "a = 5\na = \n"),
      ("exercise: x\nnonsense here\n a = 4 \n", "exercise: x\nnonsense here\n a = 5 \n"),
      ("\u{FEFF}a = 1", "\u{FEFF}a = 5"),
    ])
  func writing(before: String, after: String) throws {
    var answers = try AnswerText(before)
    try answers.set("a", to: "5")
    #expect(answers.string == after)
    #expect(answers.text(of: "a") == "5")
  }

  @Test("A name counts as itself however it is spelled")
  func greekNames() throws {
    var answers = try AnswerText("δ1 = 3\n")
    try answers.set("delta1", to: "[1, 2]")
    #expect(answers.string == "δ1 = [1, 2]\n")
  }

  @Test(
    "Filled in step by step in any order, a sheet differs from the empty one in its values alone")
  func wholeSheet() throws {
    let exercise = try SampleExercise.chosen()
    let sheet = ExerciseText(exercise).answerSheet(student: "ada")
    var answers = try AnswerText(sheet)
    for (name, value) in [("n", "6"), ("w", "[1, 2]"), ("z", "1"), ("z", "5"), ("w", "[0, 1]")] {
      try answers.set(name, to: value)
    }
    let expected = sheet.replacing("w = \n", with: "w = [0, 1]\n")
      .replacing("z = \n", with: "z = 5\n").replacing("n = \n", with: "n = 6\n")
    #expect(answers.string == expected)
  }

  private static let proses: [(before: String, after: String)] = [
    ("w = \"\"\"\n\"\"\"\nv = 2\n", "w = \"\"\"\nOne (# two\n\"\"\"\nv = 2\n"),
    ("w = \"\"\"\nOld\ntext # (\n\"\"\"\n", "w = \"\"\"\nOne (# two\n\"\"\"\n"),
    ("w = old # why\n", "w = \"\"\"One (# two\"\"\" # why\n"),
    ("w = \n", "w = \"\"\"One (# two\"\"\"\n"), ("v = 2\n", "v = 2\nw = \"\"\"One (# two\"\"\"\n"),
  ]

  @Test("Prose stands between quotes, where it may hold anything", arguments: proses.indices)
  func prose(_ index: Int) throws {
    let (before, after) = Self.proses[index]
    var answers = try AnswerText(before)
    try answers.set("w", to: "One (# two", isText: true)
    #expect(answers.string == after)
    #expect(answers.text(of: "w") == "One (# two")
  }

  @Test("A value that makes the text unreadable is refused and changes nothing")
  func refusal() throws {
    var answers = try AnswerText("a = 1\n")
    #expect(
      throws: AnswerFault("the file is not a text: it contains a zero byte", at: 4)
    ) { try answers.set("a", to: "\u{0}") }
    #expect(answers.string == "a = 1\n")
  }
}
