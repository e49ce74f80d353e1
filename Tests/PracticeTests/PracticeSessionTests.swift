import Exercises
import Practice
import Reports
import Testing

@Suite struct PracticeSessionTests {
  @Test("Right answers lead from step to step to the end")
  func straightThrough() throws {
    let log = try play(SampleExercise.chain(), typing: ["6", "7", "49"])
    #expect(
      log == [
        "p> 6", "  ✓ right  1/1", "q> 7", "  ✓ right  2/2", "r> 49", "  ✓ right  1/1",
        "  That was the last step.", "finished 3/3",
      ])
  }

  @Test("How an answer was taken is said once, where it is not written as a sheet has it")
  func taken() throws {
    let log = try play(SampleExercise.chain(), typing: ["6;", "q = 7", "49;"])
    #expect(
      log == [
        "p> 6;", "  ✓ right  1/1",
        "  Remark: p is read as 6: without the signs and comments behind it.", "q> q = 7",
        "  ✓ right  2/2", "r> 49;", "  ✓ right  1/1", "  That was the last step.", "finished 3/3",
      ])
  }

  @Test("A wrong answer may be tried again; one that is skipped is kept, and others follow from it")
  func consequences() throws {
    let log = try play(
      SampleExercise.chain(), typing: ["11.4", "11.3", "skip", "12.3", "151.29", "q = 5", "6"])
    #expect(
      log == [
        "p> 11.4", "  ✗ wrong  0/1", "      11.4 is not right.",
        "      Try again; 'hint' helps, 'skip' goes on.",
        "p> 11.3", "  ✗ wrong  0/1", "      11.3 is not right.",
        "      Try again; 'hint' helps, 'skip' goes on.",
        "p> skip", "q> 12.3", "  ↪ follows  2/2", "      This follows correctly from your p.",
        "r> 151.29", "  ↪ follows  1/1", "      This follows correctly from your q.",
        "  Once more round; still open: p.",
        "p> q = 5", "  ? not kept", "      p is asked for; 'back' and 'skip' lead to q.",
        "p> 6", "  ✓ right  1/1",
        "  Look again at q: what was right on the earlier value is not on this.",
        "q>", "2/3",
      ])
  }

  @Test("What is skipped comes round again, and the last open step is not skipped")
  func rounds() throws {
    let log = try play(
      SampleExercise.chain(), typing: ["skip", "7", "skip", "skip", "49", "skip", "6"])
    #expect(
      log == [
        "p> skip", "q> 7", "  ✓ right  2/2", "r> skip",
        "  Once more round; still open: p and r.", "p> skip", "r> 49", "  ✓ right  1/1",
        "  Once more round; still open: p.", "p> skip",
        "  p is the only open step; 'quit' keeps your work.", "p> 6", "  ✓ right  1/1",
        "  That was the last step.", "finished 3/3",
      ])
  }

  @Test("Back leads to any earlier step, and return leaves it as it is")
  func backwards() throws {
    let log = try play(
      SampleExercise.chain(), typing: ["back", "6", "back", "", "back", "6.0", ""])
    #expect(
      log == [
        "p> back", "  There is nothing before this.", "p> 6", "  ✓ right  1/1", "q> back", "p> ",
        "q> back", "p> 6.0", "  ✓ right  1/1", "q> ", "  Type an answer, or 'help'.", "q>", "1/3",
      ])
  }

  @Test("Hints come one by one and each step has its own")
  func hints() throws {
    let log = try play(
      SampleExercise.chain(),
      typing: ["hint", "hint", "skip", "hint", "hint", "back", "hint", "hint", "hint"])
    #expect(
      log == [
        "p> hint", "  Hint 1 of 3", "      Take x.", "p> hint", "  Hint 2 of 3",
        "      Take it thrice.", "p> skip", "q> hint", "  Hint 1 of 1, the shape of the working",
        "      q = p + 1", "q> hint",
        "  There are no more hints; 'show' prints the exercise again.",
        "q> back", "p> hint", "  Hint 3 of 3, the shape of the working", "      p = …·x",
        "p> hint", "  There are no more hints; 'show' prints the exercise again.",
        "p> hint", "  There are no more hints; 'show' prints the exercise again.", "p>", "0/3",
      ])
  }

  @Test("After a wrong answer the hints are about it, and then the step's own go on")
  func hintsOnAnswer() throws {
    let exercise = try SampleExercise.read(
      #"""
      { "id": "slope", "title": "S", "statement": "S", "given": { "z": [0.3, -0.8], "e": [0.41, 0.57] },
        "steps": [{ "name": "d", "formula": "e * sigmoid'(z)", "hints": ["One.", "Two."] }] }
      """#)
    let log = try play(
      exercise,
      typing: ["hint", "[0.4100, 0.5700]", "hint", "hint", "hint", "hint", "[0.2, 0.3]", "hint"])
    #expect(
      log == [
        "d> hint", "  Hint 1 of 3", "      One.", "d> [0.4100, 0.5700]", "  ✗ wrong  0/1",
        "      You left out the factor σ′(z).", "      Try again; 'hint' helps, 'skip' goes on.",
        "d> hint", "  Hint 1 of 3 on your answer",
        "      Look at the slope of the activation function.",
        "d> hint", "  Hint 2 of 3 on your answer",
        "      A factor is missing.",
        "d> hint", "  Hint 3 of 3 on your answer", "      You left out the factor σ′(z).",
        "d> hint", "  Hint 2 of 3", "      Two.",
        "d> [0.2, 0.3]", "  ✗ wrong  0/1", "      None of the 2 entries of d is right.",
        "      Try again; 'hint' helps, 'skip' goes on.", "d> hint",
        "  Hint 3 of 3, the shape of the working", "      d = e ⊙ σ′(z)", "d>", "0/1",
      ])
  }

  @Test(
    "What cannot be read is not kept",
    arguments: [
      ("hnit", "a number is expected here, but 'hnit' is a name. Did you mean 'hint'?"),
      ("1 + spam", "Column 5: a number is expected here, but 'spam' is a name."),
      ("p = 1 + spam", "Column 5: a number is expected here, but 'spam' is a name."),
      ("nan", "'nan' is not a number that can be right."),
      (
        "[1, 2",
        "Column 6: '[1, 2' cannot be read as a number or a list of numbers: expected ']' "
          + "before the end, to close the '[' of column 1."
      ),
    ])
  func unreadable(typed: String, says: String) throws {
    var session = try PracticeSession(SampleExercise.chain(), answers: AnswerText("# mine\n"))
    let replies = session.respond(to: PracticeInput(line: typed))
    let text = PracticeText(session.exercise, style: TerminalStyle(width: 1000))
    #expect(replies.map(text.reply) == ["  ? not kept\n      " + says])
    #expect(session.answers.string == "# mine\n")
  }

  @Test("Values are chosen before anything is asked, and must have their shape")
  func choosing() throws {
    let log = try play(
      SampleExercise.chosen(),
      typing: [
        "skip", "hint", "1", "[0, 0]", "0", "back", "[1, 2]", "5", "back", "w = [1, 1]", "back",
        "[0, 1]",
      ])
    #expect(
      log == [
        "w> skip", "  Without w nothing can be marked; choose any.", "w> hint",
        "  w is yours to choose; small numbers, not all the same, do well.", "w> 1",
        "  ? not kept", "      w must be a vector of 2, but yours is a number.",
        "w> [0, 0]", "  ✓ kept  w", "  Remark: All weights are zero.", "z> 0",
        "  ✗ wrong  0/1",
        "      With your w nothing is left to work out here, so this earns no points.",
        "      Try again; 'hint' helps, 'skip' goes on.", "z> back", "w> [1, 2]", "  ✓ kept  w",
        "z> 5", "  ✓ right  1/1", "n> back", "z> w = [1, 1]", "  ? not kept",
        "      z is asked for; 'back' and 'skip' lead to w.", "z> back", "w> [0, 1]",
        "  ✓ kept  w", "  Look again at z: what was right on the earlier value is not on this.",
        "z>", "0/2",
      ])
  }

  @Test("The answers hold the work, in the file's own words")
  func work() throws {
    var session = try PracticeSession(
      SampleExercise.chain(), answers: AnswerText("# mine\nq = 1 # no\n"))
    for line in ["2*3", "hint", "oops", "7"] {
      _ = session.respond(to: PracticeInput(line: line))
    }
    #expect(session.answers.string == "# mine\nq = 7 # no\np = 2*3\n")
  }

  @Test(
    "A file that is there is gone on with at the first open question",
    arguments: [
      ("p = 6\n", "q>", "1/3"), ("p = 5\n", "p>", "0/3"), ("q = 7\nr = 49\n", "p>", "2/3"),
      ("p = 5\nq = 6\n", "p>", "1/3"),
    ])
  func continuing(file: String, prompt: String, progress: String) throws {
    #expect(try play(SampleExercise.chain(), from: file, typing: []) == [prompt, progress])
  }

  @Test("A file in which everything is answered is finished from the start")
  func finished() throws {
    let log = try play(SampleExercise.chain(), from: "p = 6\nq = 7\nr = 49\n", typing: [])
    #expect(log == ["finished 3/3"])
  }

  @Test("Changes made elsewhere are taken over")
  func takingOver() throws {
    var session = try PracticeSession(SampleExercise.chain(), answers: AnswerText("p = 6\n"))
    let text = PracticeText(session.exercise, style: TerminalStyle())
    let replies = session.takeOver(try AnswerText("p = 6\nr = 49\n"))
    #expect(
      replies.map(text.reply)
        == ["  The file has been changed meanwhile; this goes on with what it has."])
    _ = session.respond(to: .answer("7"))
    #expect(session.answers.string == "p = 6\nr = 49\nq = 7\n")
    #expect(session.state == .finished)
  }

  @Test("Leaving ends the asking")
  func leaving() throws {
    #expect(
      try play(SampleExercise.chain(), typing: ["6", "quit"]).suffix(2) == ["q> quit", "left 1/3"])
  }

  /// Everything that is said when these lines are typed, with the prompts, and how far it has come.
  @Test("Options are chosen by letter, prose is kept as it is, and formulas are tried again")
  func kinds() throws {
    let exercise = try SampleExercise.read(
      #"""
      { "id": "kinds", "title": "T", "statement": "S", "steps": [
        { "name": "c", "kind": "choice", "options": [ { "text": "no", "correct": false },
          { "text": "yes", "correct": true } ] },
        { "name": "w", "kind": "written", "rubric": [ { "says": "x", "points": 1 } ] },
        { "name": "f", "kind": "formula", "formula": "2*n",
          "variables": { "n": { "from": 1, "to": 99, "integer": true } } },
        { "name": "p", "kind": "external", "command": ["./c"] } ] }
      """#)
    let log = try play(
      exercise, typing: ["a", "z", "b", "Because # (of it", "n", "n + n", "up"])
    #expect(
      log == [
        "c> a", "  ✗ wrong  0/1", "      a) is not right.",
        "      Try again; 'hint' helps, 'skip' goes on.",
        "c> z", "  ? unreadable  0/1",
        "      Line 2, column 5: there is no option 'z'; there are a to b.",
        "      Try again; 'hint' helps, 'skip' goes on.", "c> b", "  ✓ right  1/1",
        "w> Because # (of it", "  … to be read  0/1",
        "      Kept for a person to read: 3 words.", "f> n", "  ✗ wrong  0/1",
        "      You left out the factor 2.",
        "      At n = 9 your formula gives 9; the right value there is 18.",
        "      Try again; 'hint' helps, 'skip' goes on.", "f> n + n", "  ✓ right  1/1",
        "p> up", "  ! not run  0/1",
        "      p is checked by the instructor's own program; run again with --allow-external.",
        "  That was the last step.", "finished 4/4",
      ])
  }

  private func play(
    _ exercise: Exercise, from file: String = "# empty\n", typing lines: [String]
  ) throws -> [String] {
    var session = PracticeSession(exercise, answers: try AnswerText(file))
    let text = PracticeText(exercise, style: TerminalStyle(width: 100))
    func prompt() -> String { text.prompt(of: session).replacing(" = ", with: ">") }
    var log: [String] = []
    for line in lines {
      log.append("\(prompt()) \(line)")
      let input = PracticeInput(line: line, isText: session.asksForText)
      let replies = session.respond(to: input).map(text.reply)
      log += replies.flatMap { $0.split(separator: "\n").map(String.init) }
    }
    let progress = "\(session.settledSteps)/\(exercise.steps.count)"
    switch session.state {
    case .asking: return log + [prompt(), progress]
    case .finished: return log + ["finished \(progress)"]
    case .left: return log + ["left \(progress)"]
    }
  }
}
