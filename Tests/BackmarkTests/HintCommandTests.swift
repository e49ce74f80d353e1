import TestSupport
import Testing

@Suite("backmark hint")
struct HintCommandTests {
  private static let workplace: [String: String] = [
    "exercises/net.json": """
    { "id": "net", "title": "Net", "statement": "S",
      "network": { "sizes": [2, 2, 1], "activations": ["sigmoid", "sigmoid"],
        "loss": "half-squared-error", "weights": [[[0.1, 0.2], [0.3, 0.4]], [[0.5, 0.6]]],
        "biases": [[0, 0], [0]], "input": [1, 2], "target": [1] },
      "steps": [{ "name": "delta1", "hints": ["Go back through $W_2$."] },
                { "name": "fixed", "formula": "0.25" }] }
    """,
    "exercises/own.json": Workplace.exercises["exercises/own.json"] ?? "",
  ]

  @Test(
    "hints are given up to the level asked for",
    arguments: [
      (
        "", "  Hint 1 of 3\n      Go back through W₂.\n",
        "For more: backmark hint net delta1 --level 2\n"
      ),
      (
        "--level 2 --quiet",
        """
          Hint 1 of 3
              Go back through W₂.
          Hint 2 of 3
              This rests on BP2: δ of a layer is δ of the next one, sent back through
              the weights between them, times the slope of the activation function at z,
              entry by entry.

        """, ""
      ),
      (
        "-l 100",
        """
          Hint 1 of 3
              Go back through W₂.
          Hint 2 of 3
              This rests on BP2: δ of a layer is δ of the next one, sent back through
              the weights between them, times the slope of the activation function at z,
              entry by entry.
          Hint 3 of 3, the shape of the working
              δ1 = W2ᵀ δ2 ⊙ σ′(z1)
              with δ2 = (a2 − y) ⊙ σ′(z2)
              with z1 = W1 x + b1

        """, "These are all the hints for delta1.\n"
      ),
    ])
  func levels(options: String, output: String, notes: String) throws {
    let backmark = Backmark(workplace: try Workplace(HintCommandTests.workplace))
    #expect(
      try backmark.shell("backmark hint net δ1 \(options)")
        == Backmark.Outcome(output: output, notes: notes, status: 0))
  }

  @Test(
    "after a wrong answer the hints are about what was done",
    arguments: [
      // δ1 without σ′, from the δ2 that it has.
      "net delta1 --answer 'delta1 = [-0.0345407, -0.0414489]' --level 4",
      "sheet.answers δ1 --level 4",
    ])
  func onAnswer(line: String) throws {
    let backmark = Backmark(workplace: try Workplace(HintCommandTests.workplace))
    try backmark.workplace.write(
      "sheet.answers", "exercise: net\ndelta1 = [-0.0345407, -0.0414489]\n")
    #expect(
      try backmark.shell("backmark hint \(line)")
        == Backmark.Outcome(
          output: """
              Hint 1 of 3 on your answer
                  Look at the slope of the activation function in BP2.
              Hint 2 of 3 on your answer
                  A factor is missing.
              Hint 3 of 3 on your answer
                  You left out the factor σ′(z1) (BP2).
              Hint 1 of 3
                  Go back through W₂.

            """, notes: "For more: the same with --level 5\n", status: 0))
  }

  @Test(
    "a right answer needs no hint, and one that nobody can explain gets the step's own",
    arguments: [
      ("delta1 = [-0.00812, -0.00777]", "", "Your delta1 needs no hint: it is right.\n"),
      (
        "delta1 = [0.123, 0.7]", "  Hint 1 of 3\n      Go back through W₂.\n",
        "For more: the same with --level 2\n"
      ),
    ])
  func otherAnswers(answer: String, output: String, notes: String) throws {
    let backmark = Backmark(workplace: try Workplace(HintCommandTests.workplace))
    #expect(
      try backmark("hint", "net", "delta1", "--answer", answer)
        == Backmark.Outcome(output: output, notes: notes))
  }

  @Test("without a step it is the first that is wrong, and without a file the sheet saved last")
  func stepPicked() throws {
    let backmark = Backmark(workplace: try Workplace(HintCommandTests.workplace))
    let sheet = "exercise: net\nfixed = 0.25\ndelta1 = [-0.0345407, -0.0414489]\n"
    try backmark.workplace.write("mine.answers", sheet)
    let hint =
      "  Hint 1 of 3 on your answer\n      Look at the slope of the activation function in BP2.\n"
    let picked = "delta1: the first step that is not right.\n"
    let more = "For more: the same with --level 2\n"
    #expect(
      try backmark("hint", "mine.answers") == .init(output: hint, notes: picked + more))
    let only = "mine.answers: the only sheet here.\n"
    #expect(try backmark("hint") == .init(output: hint, notes: only + picked + more))
    #expect(try backmark("hint", "delta1") == .init(output: hint, notes: only + more))
    #expect(
      try backmark("hint", "net")
        == .init(
          output: hint,
          notes: "mine.answers: your answers to net.\n" + picked
            + "For more: backmark hint net delta1 --level 2\n"))
    try backmark.workplace.write("mine.answers", "exercise: net\nfixed = 0.25\n")
    #expect(
      try backmark("hint", "mine.answers", "-q").output
        == "  Hint 1 of 3\n      Go back through W₂.\n")
    try backmark.workplace.write(
      "mine.answers", "exercise: net\nfixed = 0.25\ndelta1 = [-0.00812, -0.00777]\n")
    #expect(
      try backmark("hint", "mine.answers")
        == .init(notes: "Nothing is wrong or left out in your answers to net.\n"))
  }

  @Test("asked again, it goes on, and begins anew on another answer")
  func remembered() throws {
    var backmark = Backmark(workplace: try Workplace(HintCommandTests.workplace))
    backmark.environment = ["HOME": backmark.workplace.path]
    func next() throws -> String {
      let outcome = try backmark("hint", "mine.answers", "delta1")
      let head = outcome.output.split(separator: "\n").first ?? ""
      return head.trimmingPrefix(while: { $0 == " " }) + " / " + outcome.notes
    }
    func write(_ delta1: String) throws {
      try backmark.workplace.write("mine.answers", "exercise: net\ndelta1 = \(delta1)\n")
    }
    try write("[-0.0345407, -0.0414489]")
    let more = "For more, ask again.\n"
    #expect(try next() == "Hint 1 of 3 on your answer / " + more)
    #expect(try next() == "Hint 2 of 3 on your answer / " + more)
    try write("[-0.034541, -0.041449]")
    #expect(try next() == "Hint 1 of 3 on your answer / " + more)
    #expect(try next() == "Hint 2 of 3 on your answer / " + more)
    #expect(try next() == "Hint 3 of 3 on your answer / " + more)
    #expect(try next() == "Hint 1 of 3 / " + more)
    #expect(try next() == "Hint 2 of 3 / " + more)
    let last = "Hint 3 of 3, the shape of the working / These are all the hints for delta1.\n"
    #expect(try next() == last)
    #expect(try next() == last, "the last is given again")
    #expect(
      try backmark("hint", "mine.answers", "delta1", "--level", "1").output.hasPrefix(
        "  Hint 1 of 3 on your answer\n"))
    #expect(try next() == "Hint 2 of 3 on your answer / " + more)
    let kept = try backmark.workplace.text(of: ".local/state/backmark/hints.json")
    #expect(!kept.contains("0.03"), "what was answered is not kept")
    try backmark.workplace.write(".local/state/backmark/hints.json", "no JSON")
    #expect(try backmark("hint", "mine.answers", "delta1").status == 0)
  }

  @Test("where there are none, that is said")
  func none() throws {
    let backmark = Backmark(workplace: try Workplace(HintCommandTests.workplace))
    #expect(
      try backmark("hint", "net", "fixed")
        == Backmark.Outcome(notes: "There are no hints for fixed.\n"))
  }

  @Test("a word that is neither an exercise nor a step is answered before any sheet is taken")
  func neither() throws {
    let backmark = Backmark(workplace: try Workplace(HintCommandTests.workplace))
    try backmark.workplace.write("mine.answers", "exercise: own\n")
    let outcome = try backmark("hint", "zz")
    #expect(outcome.status == 2)
    #expect(outcome.notes.hasPrefix("Error: there is no exercise 'zz' in exercises; there are:\n"))
    #expect(try backmark("hint", "z1").notes.hasPrefix("mine.answers: the only sheet here.\n"))
  }

  @Test(
    "what there is no hint for is said, and the nearest name suggested",
    arguments: [
      ("net delat1", 2, "exercise net has no step 'delat1'; did you mean 'delta1'?"),
      ("net q", 2, "exercise net has no step 'q'; there are delta1, fixed"),
      ("own W1", 2, "W1 is yours to choose, so there is no hint for it"),
      (
        "nte delta1", 2,
        "there is no exercise 'nte' in exercises; did you mean 'net'?\n  net  Net\n  own  Own weights"
      ),
    ])
  func refusals(line: String, status: Int32, message: String) throws {
    let backmark = Backmark(workplace: try Workplace(HintCommandTests.workplace))
    #expect(
      try backmark.shell("backmark hint \(line)")
        == Backmark.Outcome(notes: "Error: \(message)\n", status: status))
  }
}
