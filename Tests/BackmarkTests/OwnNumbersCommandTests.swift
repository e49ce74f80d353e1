import Foundation
import TestSupport
import Testing

@Suite("Numbers of one's own on the command line")
struct OwnNumbersCommandTests {
  private static func backmark() throws -> Backmark {
    Backmark(
      workplace: try Workplace([
        "exercises/mine.json": """
        { "id": "mine", "title": "Mine", "statement": "Ten times x.",
          "given": { "x": { "random": { "from": 2, "to": 9, "integer": true } } },
          "steps": [{ "name": "u", "formula": "10 * x", "text": "ten times x" },
            { "name": "v", "formula": "u + x", "text": "and x again" }] }
        """
      ]))
  }

  private static let needsStudent = Backmark.Outcome(
    notes: "Error: everyone has numbers of their own in mine; say whose with --student\n",
    status: 2)

  /// What the program says the number of a student is.
  private static func x(_ student: String, _ backmark: Backmark) throws -> Int {
    let json = try backmark("show", "mine", "--student", student, "--format", "json").output
    let x = try #require(json.firstMatch(of: /"x": (\d)/)?.output.1)
    return try #require(Int(x))
  }

  @Test("show prints the numbers of a student, and without one an example")
  func show() throws {
    let backmark = try Self.backmark()
    let x = try Self.x("ada", backmark)
    #expect(
      try backmark("show", "mine", "--student", "ada").output == """
        mine  Mine

        Ten times x.

        Your numbers
          x = \("\(x)".replacing("-", with: "−"))

        Steps
          u  1 point  ten times x
          v  1 point  and x again

        Three or four digits: a number is right as far as it is typed. Two digits will
        do, fewer earn half.

        """)
    #expect(try backmark("show", "mine").output.contains("\nExample numbers\n  Everyone has other"))
  }

  @Test("start and solve need to know whose numbers")
  func needsStudent() throws {
    let backmark = try Self.backmark()
    #expect(try backmark("start", "mine") == Self.needsStudent)
    #expect(try backmark("start", "mine", "--student", "  ") == Self.needsStudent)
    #expect(try backmark("solve", "mine") == Self.needsStudent)
    for student in ["ada #1", "[ada", "ada\nx"] {
      #expect(
        try backmark("start", "mine", "--student", student)
          == .init(
            notes: "Error: a student's id has no '#', no bracket and no line break\n", status: 2))
    }
    #expect(try backmark.workplace.names == ["exercises"])
  }

  @Test("a sheet is begun, filled in and marked, and solved on the same numbers")
  func sheet() throws {
    let backmark = try Self.backmark()
    let x = try Self.x("ada", backmark)
    #expect(try backmark("start", "mine", "--student", "ada", "-q").status == 0)
    let sheet = try backmark.workplace.text(of: "mine.answers")
    #expect(
      sheet.contains("\nstudent: ada\n\n# Your numbers, drawn for the student above.\n# x = \(x)\n")
    )
    try backmark.workplace.write(
      "mine.answers",
      sheet.replacing("u = ", with: "u = \(10 * x)").replacing("v = ", with: "v = \(11 * x)"))
    #expect(try backmark("grade", "mine.answers").status == 0)
    let solutions = [
      try backmark("solve", "mine", "--student", "ada"),
      try backmark("solve", "mine", "--with", "mine.answers"),
    ]
    #expect(solutions[0].output == solutions[1].output)
    #expect(solutions[0].output.hasPrefix("mine  Mine\n\nThe numbers of ada\n  x = \(x)\n\n"))
    #expect(solutions[0].output.contains("u = 10·\(x) = \(10 * x)\n"))
  }

  @Test("grade says what is missing where nobody is named")
  func nobody() throws {
    let backmark = try Self.backmark()
    let x = try Self.x("ada", backmark)
    let outcome = try backmark("grade", "mine", "-a", "u=20")
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        mine  Mine

          ? unreadable  u  0/1
              This exercise has numbers of your own: write your id after 'student:'.
          · no answer   v  0/1

          0 of 2 points  Look at u first.  1 not answered.

        """)
    let named = try backmark("grade", "mine", "-a", "student=ada", "-a", "u=\(10 * x)")
    #expect(named.output.contains("✓ right       u  1/1"))
  }

  @Test("practice asks for the student where there is no file yet")
  func practice() throws {
    let backmark = try Self.backmark()
    let x = try Self.x("ada", backmark)
    let terminal = try PseudoTerminal("practice", "mine", in: backmark.workplace)
    try terminal.read(until: "Everyone has other numbers here. Your id: ")
    terminal.type("")
    try terminal.read(until: "Everyone has other numbers here. Your id: ")
    terminal.type("ada")
    let question = try terminal.read(until: "\nu = ")
    #expect(question.contains("Your numbers\n  x = \("\(x)".replacing("-", with: "−"))\n"))
    terminal.type("\(10 * x)")
    try terminal.read(until: "\nv = ")
    terminal.type("\(11 * x)")
    #expect(try terminal.rest().text.contains("2 of 2 points  Everything is right."))
    #expect(try backmark.workplace.text(of: "mine.answers").contains("student: ada\n"))
    #expect(try backmark("grade", "mine.answers").status == 0)
  }

  @Test("practice goes on with the numbers of the sheet, which must say whose they are")
  func practiceWithSheet() throws {
    let backmark = try Self.backmark()
    let x = try Self.x("bob", backmark)
    try backmark.workplace.write("b.answers", "exercise: mine\nstudent: bob\nu = \(10 * x)\n")
    let terminal = try PseudoTerminal(
      "practice", "mine", "-o", "b.answers", in: backmark.workplace)
    #expect(
      try terminal.read(until: "\nv = ").contains(
        "Your numbers\n  x = \("\(x)".replacing("-", with: "−"))\n"))
    terminal.type("quit")
    #expect(try terminal.rest().text.contains("1 of 2 points"))
    try backmark.workplace.write("c.answers", "exercise: mine\nu = 20\n")
    let nobody = try PseudoTerminal("practice", "mine", "-o", "c.answers", in: backmark.workplace)
    #expect(
      try nobody.rest().text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "'c.answers' must say whose numbers to use: add a line 'student: ID'"))
  }

  @Test("a class is marked on everyone's own numbers, and notes where they are somebody else's")
  func ownClass() throws {
    let backmark = try Self.backmark()
    let (ada, bob) = (try Self.x("ada", backmark), try Self.x("bob", backmark))
    #expect(ada != bob)
    for (file, text) in [
      // By the folder's name, by the line in the file, and by a friend's.
      ("ada/mine.answers", "u = \(10 * ada)\nv = \(11 * ada)"),
      ("bob/mine.answers", "student: bob\nu = \(10 * bob + 1)\nv = \(11 * bob + 1)"),
      ("cy/mine.answers", "student: ada\nu = \(10 * ada)\nv = \(11 * ada)"),
    ] { try backmark.workplace.write("class/\(file)", text) }
    let outcome = try backmark("class", "class", "--out", "results", "-q", "--reveal")
    #expect(outcome.status == 0)
    #expect(
      try backmark.workplace.text(of: "results/gradebook.csv").replacing("\r\n", with: "\n") == """
        student,name,mine,total,status
        ada,,2,2,ok
        bob,,1,1,ok
        cy,,2,2,"mine.answers is the sheet of 'ada', and is marked on those numbers"

        """)
    let results = try backmark.workplace.text(of: "results/results.jsonl")
      .split(separator: "\n").map(String.init)
    #expect(results[0].contains(#""expected":\#(10 * ada)"#))
    #expect(results[1].contains(#""expected":\#(10 * bob)"#))
    #expect(results[1].contains(#""name":"v","status":"followsThrough""#))
  }

  @Test("everybody on a roster gets a sheet with own numbers, which comes back as that student's")
  func roster() throws {
    let backmark = try Self.backmark()
    try backmark.workplace.write("class.csv", "id,name\nada,Ada L\nbob,Bob R\n")
    try backmark.workplace.write("a.json", #"{ "exercises": ["mine"] }"#)
    let made = try backmark("start", "--assignment", "a.json", "--roster", "class.csv", "-o", "out")
    #expect(made.status == 0)
    #expect(made.notes.hasPrefix("out has the sheets of 2 students, 1 for each\n"))
    for student in ["ada", "bob"] {
      let x = try Self.x(student, backmark)
      let sheet = try backmark.workplace.text(of: "out/\(student)/mine.answers")
      #expect(sheet.contains("student: \(student)\n") && sheet.contains("# x = \(x)\n"))
      try backmark.workplace.write(
        "out/\(student)/mine.answers",
        sheet.replacing("u = ", with: "u = \(10 * x)").replacing("v = ", with: "v = \(11 * x)"))
    }
    _ = try backmark("class", "out", "-o", "results", "-q")
    #expect(
      try backmark.workplace.text(of: "results/gradebook.csv")
        == "student,name,mine,total,status\r\nada,,2,2,ok\r\nbob,,2,2,ok\r\n")
    // What somebody has begun is not written over.
    let again = try backmark("start", "mine", "--roster", "class.csv", "-o", "out")
    #expect(again.notes.contains("; 2 files were there already and stay as they are\n"))
    #expect(try backmark("start").notes.hasPrefix("Error: Missing expected argument '<id>'"))
  }
}
