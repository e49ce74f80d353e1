import Foundation
import TestSupport
import Testing

@Suite("backmark practice")
struct PracticeCommandTests {
  @Test("an exercise is worked through from the first step to the last")
  func straightThrough() throws {
    let workplace = try Workplace(Workplace.exercises)
    let terminal = try PseudoTerminal("practice", "chain", in: workplace)
    #expect(
      try terminal.read(until: "\nu = ") == """
        chain  The chain rule
        Chapter 1

        Let u = 3x + 2 and y = u² at x = 1.

        Steps
          u  1 point   the inner value
          y  2 points  the outer value

        Three or four digits: a number is right as far as it is
        typed. Two digits will do, fewer earn half.

          Type an answer, or one of: hint, skip, back, show, help,
          quit.

        Progress: [>-------------------------------------------] 0/2

        u  step 1 of 2, 1 point
          the inner value
        u =\u{20}
        """)
    terminal.type("3")
    #expect(
      try terminal.read(until: "\nu = ") == """
        3
          ✗ wrong  0/1
              The 2 is missing.
              Try again; 'hint' helps, 'skip' goes on.
        u =\u{20}
        """)
    terminal.type("hint")
    #expect(
      try terminal.read(until: "\nu = ") == """
        hint
          Hint 1 of 2 on your answer
              Look at the constants.
        u =\u{20}
        """)
    terminal.type("hint")
    _ = try terminal.read(until: "\nu = ")
    terminal.type("hint")
    #expect(
      try terminal.read(until: "\nu = ") == """
        hint
          Hint 1 of 1, the shape of the working
              u = …·x + 2
        u =\u{20}
        """)
    terminal.type("5")
    #expect(
      try terminal.read(until: "\ny = ") == """
        5
          ✓ right  1/1

        Progress: [######################>---------------------] 1/2

        y  step 2 of 2, 2 points
          the outer value
        y =\u{20}
        """)
    terminal.type("5^2")
    let end = try terminal.rest()
    #expect(
      end.text == """
        5^2
          ✓ right  2/2
          That was the last step.

          3 of 3 points  Everything is right.
          Your work is in chain.answers; mark it with: backmark
            grade chain.answers

        """)
    #expect(end.status == 0)
    #expect(try Backmark(workplace: workplace)("grade", "chain.answers").status == 0)
  }

  @Test("the file has every answer as soon as it is marked, and keeps the comments in it")
  func file() throws {
    let workplace = try Workplace(Workplace.exercises)
    try workplace.write("mine.answers", "# by me\nexercise: chain\ny = 9 # a guess\n")
    let terminal = try PseudoTerminal("practice", "chain", "-o", "mine.answers", in: workplace)
    try terminal.read(until: "This goes on with mine.answers.")
    try terminal.read(until: "\nu = ")
    terminal.type("3")
    try terminal.read(until: "\nu = ")
    #expect(
      try workplace.text(of: "mine.answers")
        == "# by me\nexercise: chain\ny = 9 # a guess\nu = 3\n")
    try workplace.write("mine.answers", "exercise: chain\nu = 3\n\n# y comes next\ny =\n")
    terminal.type("5")
    #expect(try terminal.read(until: "\ny = ").contains("The file has been changed meanwhile"))
    #expect(
      try workplace.text(of: "mine.answers") == "exercise: chain\nu = 5\n\n# y comes next\ny =\n")
    terminal.type("quit")
    #expect(try terminal.rest().status == 0)
    #expect(try workplace.names == ["exercises", "mine.answers"])
  }

  @Test("values of the student's own are asked for first")
  func choices() throws {
    let workplace = try Workplace(Workplace.exercises)
    let terminal = try PseudoTerminal("practice", "own", "--student", "ada", in: workplace)
    try terminal.read(until: "W1 = ")
    terminal.type("[[3, 4]]")
    try terminal.read(until: "✓ kept  W1")
    try terminal.read(until: "z1 = ")
    terminal.type("11")
    #expect(try terminal.rest().text.contains("1 of 1 point  Everything is right."))
    #expect(
      try workplace.text(of: "own.answers") == """
        # own  Own weights
        # Write after each equals sign: 0.5, 1/3, [1, 2] or [[1, 2], [3, 4]].
        exercise: own
        student: ada

        # What you choose.
        # W1: your weights, a 1×2 matrix
        W1 = [[3, 4]]

        # z1: the pre-activation
        z1 = 11

        """)
  }

  @Test(
    "leaving keeps the work",
    arguments: [("quit\n", 0), ("\u{4}", 0), ("5\u{4}\u{4}\u{4}", 0), ("\u{3}", 130)])
  func leaving(keys: String, status: Int32) throws {
    let workplace = try Workplace(Workplace.exercises)
    let terminal = try PseudoTerminal("practice", "chain", in: workplace)
    try terminal.read(until: "\nu = ")
    terminal.type("5")
    try terminal.read(until: "\ny = ")
    terminal.press(keys)
    let end = try terminal.rest()
    #expect(
      end.text.hasSuffix(
        "\n  Your work is in chain.answers; mark it with: backmark\n    grade chain.answers\n"))
    #expect(end.status == status)
    #expect(try workplace.text(of: "chain.answers").contains("\nu = 5\n"))
  }

  @Test(
    "a line is edited, an earlier one comes back, and an array goes over several lines",
    arguments: [40, 80, 200])
  func editing(columns: Int) throws {
    let workplace = try Workplace(Workplace.exercises)
    let terminal = try PseudoTerminal("practice", "own", in: workplace, columns: columns)
    try terminal.read(until: "W1 = ")
    // Pasted in two lines, which a terminal that knows pasting marks.
    terminal.press("\u{1B}[200~[[3,\n 4]]\u{1B}[201~")
    try terminal.read(until: "[[3,  4]]")
    terminal.press("\n")
    try terminal.read(until: "z1 = ")
    terminal.press("12\u{1B}[D\u{7F}[\u{1B}[C\u{7F}10\n")
    // An open bracket goes on in the next line.
    try terminal.read(until: "\n... ")
    terminal.press("]\n")
    try terminal.read(until: "z1 = ")
    terminal.resize(columns: 50)
    terminal.press("\u{1B}[A\u{1}\u{B}1")
    terminal.press("1\n")
    #expect(try terminal.rest().text.contains("1 of 1 point"))
    let sheet = try workplace.text(of: "own.answers")
    #expect(sheet.contains("W1 = [[3,  4]]"))
    #expect(sheet.contains("z1 = 11\n"))
  }

  @Test("without an answer there is nothing to keep")
  func nothing() throws {
    let workplace = try Workplace(Workplace.exercises)
    let terminal = try PseudoTerminal("practice", "chain", in: workplace)
    try terminal.read(until: "\nu = ")
    terminal.press("\u{3}")
    let end = try terminal.rest()
    #expect(end.text.hasSuffix("\n  Nothing has been answered, so nothing is kept.\n"))
    #expect(end.status == 130)
    #expect(try workplace.names == ["exercises"])
  }

  @Test(
    "a file that cannot be gone on with is refused",
    arguments: [
      (
        "other.answers", "exercise: own\n", 2,
        "'other.answers' answers exercise own, not chain; name another file with -o"
      ),
      (
        "notes.txt", "u = 5\n", 64,
        "'notes.txt' cannot be worked in; its name must end in .answers"
      ),
      (
        "zero.answers", "u = \0\n", 2,
        "'zero.answers': the file is not a text: it contains a zero byte"
      ),
      ("exercises/x/y.answers", nil, 2, nil),
    ] as [(String, String?, Int32, String?)])
  func refusedFiles(name: String, text: String?, status: Int32, message: String?) throws {
    let workplace = try Workplace(Workplace.exercises)
    if let text { try workplace.write(name, text) }
    let terminal = try PseudoTerminal("practice", "chain", "-o", name, in: workplace)
    if message == nil {
      try terminal.read(until: "\nu = ")
      terminal.type("5")
    }
    let end = try terminal.rest()
    let expected =
      message
      ?? "exercises/x/y.answers could not be written: No such file or directory"
    let said = end.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.hasSuffix("Error: \(expected)"))
    #expect(end.status == status)
  }

  @Test("an exercise nobody has is refused, and another one suggested")
  func unknown() throws {
    let terminal = try PseudoTerminal("practice", "chian", in: try Workplace(Workplace.exercises))
    let end = try terminal.rest()
    #expect(
      end.text == "Error: there is no exercise 'chian' in exercises; did you\n  mean 'chain'?\n"
        + "  chain  The chain rule\n  own    Own weights\n")
    #expect(end.status == 2)
  }

  @Test("a file that cannot be worked in is refused first, whatever there is to talk with")
  func unusableFile() throws {
    let outcome = try Backmark(workplace: try Workplace(Workplace.exercises))(
      "practice", "chain", "-o", "work.txt")
    #expect(
      outcome
        == Backmark.Outcome(
          notes: "Error: 'work.txt' cannot be worked in; its name must end in .answers\n",
          status: 64))
  }

  @Test("without a terminal it is refused, with what to do instead")
  func noTerminal() throws {
    let outcome = try Backmark(workplace: try Workplace(Workplace.exercises))("practice", "chain")
    #expect(
      outcome
        == Backmark.Outcome(
          notes: "Error: this needs a terminal to talk with you; write your answers to a file with "
            + "'backmark start chain' and mark it with 'backmark grade chain.answers'\n",
          status: 64))
  }
}
