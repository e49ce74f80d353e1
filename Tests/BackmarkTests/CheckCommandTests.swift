import TestSupport
import Testing

@Suite("backmark check")
struct CheckCommandTests {
  @Test("sound exercises and their solutions")
  func sound() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    #expect(
      try backmark("check", "exercises", "--quiet")
        == .init(
          output: """
            exercises/chain.json: sound, 2 steps
            exercises/own.json: sound, 1 step

            """))
    #expect(
      try backmark("check", "exercises/chain.json")
        == .init(
          output: """
            exercises/chain.json: sound, 2 steps
              u  by its formula alone · tells apart 6 of 9 slips
              y  by its formula alone · tells apart 6 of 8 slips

            """,
          notes: """
            exercises/chain.json:4:31: warning: the step 'u' has no 'hints', so whoever is stuck \
            there gets no help
                { "name": "u", "formula": "3*x + 2", "text": "the inner value",
                                          ^
            exercises/chain.json:6:31: warning: the step 'y' has no 'hints', so whoever is stuck \
            there gets no help
                { "name": "y", "formula": "u^2", "points": 2, "text": "the outer value" } ] }
                                          ^

            """))
    try backmark.workplace.write("solutions/chain/model.answers", "u = 5\ny = 25")
    try backmark.workplace.write("solutions/chain/slip.answers", "u = 3\ny = 9")
    try backmark.workplace.write(
      "solutions/chain/expected.json",
      #"{ "slip.answers": { "points": 2, "steps": { "u": { "says": ["The 2 is missing."] } } } }"#)
    try backmark.workplace.write("solutions/own/model.answers", "W1 = [[1, 2]]\nz1 = 5")
    #expect(
      try backmark("check", "--quiet")
        == .init(
          output: """
            exercises/chain.json: sound, 2 steps
            exercises/own.json: sound, 1 step
            solutions: 2 model solutions, 1 wrong answer, all as they must be

            """))
    try backmark.workplace.write("solutions/own/model.answers", "W1 = [[1, 2]]\nz1 = 50")
    let wrong = try backmark("check", "solutions")
    #expect(wrong.status == 2)
    #expect(
      wrong.output == "solutions: 2 model solutions, 1 wrong answer, 1 not as it must be\n")
    #expect(wrong.notes.hasPrefix("solutions/own/model.answers:2:1: error: z1 is incorrect: "))
  }

  @Test("the slips of an exercise are printed, by its id or its file")
  func slips() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let text = try backmark("check", "--slips", "chain")
    #expect(text.status == 0)
    #expect(
      text.output.hasPrefix(
        """
        chain  The chain rule

        u: tells apart 6 of 9 slips
          3.000  2 slips alike
              You left out the factor 3.
              You left out the term 2.
              is told: The 2 is missing.
          1.000
              You subtracted 2 where the formula adds it.

        """))
    #expect(try backmark("check", "--slips", "exercises/chain.json") == text)
    let json = try backmark("check", "--slips", "chain", "--format", "json")
    #expect(json.output.contains(#""toldApart": 6"#))
    #expect(
      try backmark("check", "--slips")
        == .init(notes: "Error: say whose slips: check --slips ID\n", status: 2))
  }

  @Test("what is wrong with solutions is told at its line, whatever the words and names say")
  func solutionPlaces() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write(
      "a: b/chain/model.answers", "# my answers\nu = 5\n\ny = 26")
    try backmark.workplace.write("a: b/chain/slip.answers", "u = [3: 4")
    try backmark.workplace.write(
      "a: b/chain/expected.json",
      """
      { "slip.answers": {
          "steps": { "w: x": { "status": "incorrect" } } },
        "gone.answers": {} }
      """)
    try backmark.workplace.write("a: b/own/model.answers", "W1 = [[1, 2]]\nz1 = 5")
    let listing = try backmark("check", "a: b", "--format", "github")
    #expect(listing.status == 2)
    let heads = listing.output.split(separator: "\n").map { line in
      line.split(separator: "::")[0]
    }
    #expect(
      heads == [
        "error file=a%3A b/chain/model.answers,line=4,col=1",
        "error file=a%3A b/chain/expected.json,line=2,col=16",
        "error file=a%3A b/chain/expected.json,line=3,col=3",
      ])
    try backmark.workplace.write(
      "a: b/chain/expected.json", "{ \"slip.answers\": { \"step\": {} } }")
    let broken = try backmark("check", "a: b", "--format", "github")
    #expect(broken.output.contains("file=a%3A b/chain/expected.json,line=1,col=21::"))
  }

  @Test("a wrong key is an error with its place")
  func unsound() throws {
    let backmark = Backmark(workplace: try Workplace(["exercises/u.json": Workplace.unsound]))
    #expect(
      try backmark("check", "--quiet")
        == .init(
          output: "exercises/u.json: not sound, 1 problem\n",
          notes: """
            exercises/u.json:7:28: error: the key is wrong: dy is 6.0, but by reverse mode it is 4.0
              "checks": [{ "gradient": "dy", "of": "y", "by": "x" }] }
                                       ^

            """, status: 2))
  }

  @Test("a mistake in another's shadow is an error, and programs are told in their own ways")
  func author() throws {
    let backmark = Backmark(workplace: try Workplace([:]))
    try backmark.workplace.write(
      "exercises/u,v.json",
      """
      { "id": "u", "title": "U", "statement": "s", "given": { "x": 2 }, "steps": [
        { "name": "u", "formula": "3*x", "text": "u", "mistakes": [
          { "formula": "2*x", "says": "Twice." },
          { "formula": "x + x", "says": "Added." } ] } ] }
      """)
    let same =
      "this gives the same answer as the mistake in line 3, so its words would never be said"
    #expect(
      try backmark("check", "--quiet")
        == .init(
          output: "exercises/u,v.json: not sound, 1 problem\n",
          notes: """
            exercises/u,v.json:4:18: error: \(same)
                { "formula": "x + x", "says": "Added." } ] } ] }
                             ^

            """, status: 2))
    let hints = "the step 'u' has no 'hints', so whoever is stuck there gets no help"
    #expect(
      try backmark("check", "--format", "github")
        == .init(
          output: """
            ::error file=exercises/u%2Cv.json,line=4,col=18::\(same)
            ::warning file=exercises/u%2Cv.json,line=2,col=29::\(hints)

            """, status: 2))
    let json = try backmark("check", "gone.json", "--format", "json")
    #expect(json.status == 2)
    #expect(json.output.contains(#""message": "there is no file 'gone.json'""#))
  }

  @Test("every mistake of a file is listed at once, and the other files are checked")
  func broken() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write(
      "exercises/b.json",
      """
      { "id": "b", "titel": "B", "statement": "s", "given": { "x": 1 },
        "steps": [{ "name": "y", "formula": "z" }] }
      """)
    let outcome = try backmark("check", "--quiet")
    #expect(outcome.status == 2)
    #expect(
      outcome.output == """
        exercises/b.json: not sound
        exercises/chain.json: sound, 2 steps
        exercises/own.json: sound, 1 step

        """)
    #expect(outcome.notes.contains("exercises/b.json:1:14: error: "))
    #expect(outcome.notes.contains("did you mean 'title'?"))
    #expect(outcome.notes.contains("exercises/b.json:2:40: error: unknown name 'z'"))
  }

  @Test(
    "a path that cannot be used is an error",
    arguments: [
      ("gone.json", "Error: there is no file 'gone.json'\n"),
      ("empty", "Error: there are no exercises to check\n"),
    ])
  func unusable(_ path: String, _ notes: String) throws {
    let backmark = Backmark(workplace: try Workplace(["empty/README": ""]))
    #expect(try backmark("check", path) == .init(notes: notes, status: 2))
  }
}
