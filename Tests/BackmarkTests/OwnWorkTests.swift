import Foundation
import TestSupport
import Testing

@Suite("Work that is not named in full")
struct OwnWorkTests {
  private static let right = "exercise: chain\nu = 5\ny = 25\n"

  @Test("grade alone marks the sheet that was saved last, and says which")
  func lastSheet() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    #expect(
      try backmark("grade")
        == .init(
          notes: "Error: there are no answers in this folder; begin with: backmark start ID\n",
          status: 2))
    try backmark.workplace.write("old.answers", Self.right)
    // These are nobody's answers.
    try backmark.workplace.write("package.json", #"{ "name": "x" }"#)
    try backmark.workplace.write("main.swift", "print(1)")
    try backmark.workplace.write("notes.txt", "u is 5")
    let only = try backmark("grade")
    #expect(only.notes == "old.answers: the only sheet here.\n")
    #expect(only.output.contains("Everything is right."))
    try backmark.workplace.write("new.json", #"{ "exercise": "chain", "answers": { "u": 3 } }"#)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)],
      ofItemAtPath: "\(backmark.workplace.path)/old.answers")
    let last = try backmark("grade")
    #expect(last.notes == "new.json: the sheet here that was saved last.\n")
    #expect(last.output.contains("The 2 is missing."))
    #expect(try backmark("grade", "--quiet").notes == "")
  }

  @Test("the file of an exercise is nobody's answers")
  func exerciseBeside() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let exercise = try backmark.workplace.text(of: "exercises/chain.json")
    try backmark.workplace.write("chain.json", exercise)
    #expect(
      try backmark("grade").notes
        == "Error: there are no answers in this folder; begin with: backmark start ID\n")
    #expect(
      try backmark("grade", "chain.json")
        == .init(
          notes: "Error: 'chain.json': the file is an exercise, not answers to one\n", status: 2))
    try backmark.workplace.write("mine.answers", Self.right)
    #expect(try backmark("grade").notes == "mine.answers: the only sheet here.\n")
  }

  @Test("an id stands for the sheet of its name, or for another that answers it")
  func byId() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("mine.answers", "exercise: own\nW1 = [[1, 2]]\nz1 = 5\n")
    try backmark.workplace.write("chain.answers", Self.right)
    let chain = try backmark("grade", "chain")
    #expect(chain.notes == "chain.answers: your answers to chain.\n")
    #expect(chain.output.contains("3 of 3 points"))
    let own = try backmark("grade", "own")
    #expect(own.notes == "mine.answers: your answers to own.\n")
    #expect(own.output.contains("1 of 1 point "))
    // With --answer an id stands for itself.
    #expect(try backmark("grade", "own", "-a", "W1=[[1, 1]]", "-a", "z1=3").status == 0)
  }

  @Test(
    "a dash stands for standard input",
    arguments: [
      ("exercise: chain\\nu = 5\\ny = 25", "-", 0, ""),
      (#"{"exercise": "chain", "answers": {"u": 5, "y": 25}}"#, "/dev/stdin", 0, ""),
      (
        "u = 5", "-", 2,
        "Error: standard input does not say which exercise it answers, as in 'exercise: 16.2'\n"
      ),
      ("", "-", 2, "Error: standard input: the file is empty\n"),
    ])
  func standardInput(text: String, word: String, status: Int32, notes: String) throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let outcome = try backmark.shell("printf '\(text)' | backmark grade \(word)")
    #expect(outcome.status == status)
    #expect(outcome.notes == notes)
  }

  @Test("a misspelt heading is taken for the one that is meant, and that is said")
  func heading() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write("m.answers", "excersise: chain\nstudnet: ada\nu = 5\ny = 25\n")
    let outcome = try backmark("grade", "m.answers")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.hasPrefix(
        """
        chain  The chain rule · ada

          Note: 'excersise' is taken for 'exercise'.
          Note: 'studnet' is taken for 'student'.

        """))
  }

  @Test("a name is remembered where that is asked, and forgotten again")
  func config() throws {
    var backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    #expect(
      try backmark("config", "student", "ada")
        == .init(
          notes: "Error: nothing can be remembered: neither $HOME nor $XDG_CONFIG_HOME is set\n",
          status: 2))
    let home = backmark.workplace.path
    backmark.environment = ["HOME": home]
    #expect(try backmark("config") == .init(notes: "Nothing is remembered.\n"))
    #expect(
      try backmark("config", "student", "ada@example.edu")
        == .init(
          notes: "\(home)/.config/backmark/config.json remembers it; "
            + "'backmark config student --unset' forgets it.\n"))
    #expect(try backmark("config") == .init(output: "student = ada@example.edu\n"))
    #expect(try backmark("config", "student") == .init(output: "ada@example.edu\n"))
    #expect(
      try backmark("start", "own", "-o", "-").output.contains("\nstudent: ada@example.edu\n"))
    #expect(
      try backmark("start", "own", "-o", "-", "--student", "bo").output
        .contains("\nstudent: bo\n"))
    #expect(try backmark("config", "student", "a#b").status == 2)
    #expect(try backmark("config", "name").status == 64)
    #expect(try backmark("config", "student", "--unset") == .init())
    #expect(
      try backmark("config", "student")
        == .init(notes: "No student is remembered.\n", status: 1))
    #expect(try backmark("start", "own", "-o", "-").output.contains("\nstudent: \n"))
  }
}
