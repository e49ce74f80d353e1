import TestSupport
import Testing

@Suite("backmark grade")
struct GradeCommandTests {
  private static let slip = "exercise: chain\nstudent: ada\nu = 3\ny = 9\n"

  @Test("feedback goes to standard output, and the status says whether there are full marks")
  func feedback() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("slip.answers", Self.slip)
    #expect(
      try backmark("grade", "slip.answers")
        == .init(
          output: """
            chain  The chain rule · ada

              ✗ wrong       u  0/1
                  The 2 is missing.
              ↪ follows     y  2/2  This follows correctly from your u.

              2 of 3 points  Look at u first.

            """, status: 1))
    try backmark.workplace.write("right.answers", "exercise: chain\nu = 5\ny = 5*5")
    #expect(
      try backmark("grade", "right.answers")
        == .init(
          output: """
            chain  The chain rule

              ✓ right       u  1/1
              ✓ right       y  2/2

              3 of 3 points  Everything is right.

            """, status: 0))
  }

  @Test("--format json prints the object of the contract, without the answers")
  func json() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("slip.answers", Self.slip)
    #expect(
      try backmark("grade", "slip.answers", "--format", "json")
        == .init(
          output: """
            {
              "exercise": "chain",
              "student": "ada",
              "points": 2,
              "outOf": 3,
              "steps": [
                {
                  "name": "u",
                  "status": "incorrect",
                  "points": 0,
                  "outOf": 1,
                  "says": [
                    "The 2 is missing."
                  ],
                  "diagnosis": {
                    "kind": "mistake",
                    "formula": "3*x"
                  }
                },
                {
                  "name": "y",
                  "status": "followsThrough",
                  "points": 2,
                  "outOf": 2,
                  "follows": [
                    "u"
                  ],
                  "says": [
                    "This follows correctly from your u."
                  ]
                }
              ]
            }

            """, status: 1))
  }

  @Test("several submissions make an array, and one that cannot be used does not stop the others")
  func several() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("a.answers", "exercise: chain\nstudent: a")
    try backmark.workplace.write("b.json", #"{ "exercise": "chain", "student": "b" }"#)
    let two = try backmark("grade", "a.answers", "b.json", "--format", "json")
    #expect(two.status == 1)
    #expect(two.output.hasPrefix("[\n  {\n    \"exercise\": \"chain\",\n    \"student\": \"a\","))
    #expect(two.output.contains("  },\n  {\n    \"exercise\": \"chain\",\n    \"student\": \"b\","))
    #expect(two.output.hasSuffix("  }\n]\n"))
    let one = try backmark("grade", "a.answers", "gone.json", "--format", "json")
    #expect(one.status == 2)
    #expect(one.notes == "Error: there is no file 'gone.json'\n")
    #expect(one.output.hasPrefix("[\n  {\n    \"exercise\": \"chain\",\n    \"student\": \"a\","))
    #expect(
      try backmark("grade", "gone", "gone", "--format", "json").output == "[]\n")
  }

  @Test(
    "a text that names several exercises is marked for each of them, one that names none is not")
  func severalInOne() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let both = "exercise: chain\nu = 5\ny = 25\n\nexercise: own\nW1 = [[1, 2]]\nz1 = 5\n"
    try backmark.workplace.write("both.txt", both)
    let outcome = try backmark("grade", "both.txt")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("3 of 3 points"))
    #expect(outcome.output.contains("1 of 1 point "))
    #expect(
      try backmark("grade", "both.txt", "--format", "json").output.hasPrefix(
        "[\n  {\n    \"exercise\": \"chain\""))
    #expect(
      try backmark("grade", "both.txt", "-a", "u=1").notes
        == "Error: 'both.txt' answers several exercises; --answer is for a file of one\n")
    try backmark.workplace.write("notes.txt", "Remember: u is 5.")
    #expect(
      try backmark("grade", "notes.txt")
        == .init(
          output: "",
          notes: "Error: 'notes.txt' is not a submission; a .txt file must say which exercise it "
            + "answers, as in 'exercise: 16.2'\n", status: 2))
  }

  @Test("--answer stands in for a file, or for some of what it has")
  func answer() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let right = """
      chain  The chain rule

        ✓ right       u  1/1
        ✓ right       y  2/2

        3 of 3 points  Everything is right.

      """
    #expect(
      try backmark("grade", "chain", "--answer", "u=5", "-a", "y = 25")
        == .init(output: right, status: 0))
    try backmark.workplace.write("slip.answers", "exercise: chain\nu = 3\ny = 25\n")
    #expect(try backmark("grade", "slip.answers", "-a", "u=5") == .init(output: right, status: 0))
    #expect(
      try backmark("grade", "chain", "-a", "u").notes.hasPrefix(
        "Error: 'u' is no answer; write --answer NAME=VALUE\n"))
  }

  @Test("an answer for a step that is not there is noted, with the one that is meant")
  func unknownStep() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let outcome = try backmark("grade", "own", "-a", "w1=[1, 2]", "-a", "W1=[[1, 2]]", "-a", "z1=5")
    #expect(
      outcome.output == """
        own  Own weights

          Note: Exercise own has no step 'w1'; did you mean 'W1'?

          ✓ right       z1  1/1

          1 of 1 point  Everything is right.

        """)
  }

  @Test("--reveal shows the right values, and nothing else does")
  func reveal() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let hidden = try backmark("grade", "chain", "-a", "u=1")
    #expect(!hidden.output.contains("5"))
    #expect(!hidden.output.contains("Expected"))
    #expect(
      try !backmark("grade", "chain", "-a", "u=1", "--format", "json").output.contains("expected"))
    #expect(
      try backmark("grade", "chain", "-a", "u=3", "-a", "y=25", "--reveal")
        == .init(
          output: """
            chain  The chain rule

              ✗ wrong       u  0/1
                  The 2 is missing.
                  Expected: 5
              ✓ right       y  2/2
                  Expected: 25

              2 of 3 points  Look at u first.

            """, status: 1))
  }

  @Test("a sheet that was started and not filled in is no error")
  func emptySheet() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    #expect(try backmark("start", "own", "--quiet") == .init())
    #expect(
      try backmark("grade", "own.answers")
        == .init(
          output: """
            own  Own weights

              · no answer   z1  0/1

              0 of 1 point  1 not answered.

            """, status: 1))
  }

  @Test(
    "what cannot be used is said on standard error, with status 2",
    arguments: [
      ("missing.answers", "there is no file 'missing.answers'"),
      (
        "chain",
        "there are no answers to chain in this folder; begin with 'backmark start chain', or use "
          + "--answer"
      ),
      ("exercises", "'exercises' is a folder, not a file"),
      (
        "work.pdf", "'work.pdf' is not a submission; its name must end in .answers, .json or .swift"
      ),
      ("empty.answers", "'empty.answers': the file is empty"),
      (
        "other.answers",
        """
        there is no exercise 'chian' in exercises; did you mean 'chain'?
          chain  The chain rule
          own    Own weights
        """
      ),
      (
        "nameless.answers",
        """
        there is no exercise 'nameless' in exercises; there are:
          chain  The chain rule
          own    Own weights
        """
      ),
    ])
  func unusable(_ path: String, _ message: String) throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("work.pdf", "")
    try backmark.workplace.write("empty.answers", "\n")
    try backmark.workplace.write("other.answers", "exercise: chian")
    try backmark.workplace.write("nameless.answers", "u = 5")
    #expect(try backmark("grade", path) == .init(notes: "Error: \(message)\n", status: 2))
  }

  @Test("nothing is marked with a wrong key, and the place of the mistake is named")
  func unsound() throws {
    let backmark = Backmark(workplace: try Workplace(["exercises/u.json": Workplace.unsound]))
    #expect(
      try backmark("grade", "unsound", "-a", "dy=6")
        == .init(
          notes: """
            Error: exercise unsound is not sound, so nothing is marked with it:
            exercises/u.json:7:28: error: the key is wrong: dy is 6.0, but by reverse mode it is 4.0
              "checks": [{ "gradient": "dy", "of": "y", "by": "x" }] }
                                       ^

            """, status: 2))
  }

  @Test("an exercise that cannot be read is not marked with")
  func broken() throws {
    let backmark = Backmark(workplace: try Workplace(["exercises/b.json": #"{ "id": "b" }"#]))
    let outcome = try backmark("grade", "b", "-a", "y=1")
    #expect(outcome.status == 2)
    #expect(
      outcome.notes.hasPrefix("Error: the exercise cannot be used:\nexercises/b.json:1:1: error: "))
    #expect(outcome.output == "")
  }

  @Test("a file of a name that begins with a dash is named after two dashes")
  func dash() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("-x.answers", "exercise: chain\nu = 5\ny = 25")
    #expect(try backmark("grade", "--", "-x.answers").status == 0)
  }
}
