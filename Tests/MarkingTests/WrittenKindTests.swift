import Exercises
import LocatedJSON
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Answers that a person reads")
struct WrittenKindTests {
  static func exercise() throws -> Exercise {
    try Exercise.sample(
      #""steps": [ { "name": "w", "kind": "written", "rubric": [ "#
        + #"{ "says": "names both", "points": 1 }, { "says": "compares", "points": 2 } ] }, "#
        + #"{ "name": "v", "formula": "2" } ]"#)
  }

  private static let texts: [(answers: String, text: String?, v: Status)] = [
    ("w = One line.\nv = 2\n", "One line.", .correct),
    (
      "w = \"\"\"\nTwo lines, # 1\n  v = 3 (see\n\"\"\"\nv = 2\n", "Two lines, # 1\n  v = 3 (see",
      .correct
    ),
    ("w = \"\"\"On one line: # (\"\"\" \nv = 2\n", "On one line: # (", .correct),
    ("w = \"\"\"\r\nWindows\r\n\"\"\"\r\nv = 2\r\n", "Windows", .correct),
    ("w = \"\"\"\n\"\"\"\nv = 2\n", nil, .correct),
    ("w = \"\"\"\n \n\n\"\"\"\nv = 2\n", nil, .correct),
    ("w = \"\"\"\nNever closed.\nv = 2\n", nil, .correct),
    ("w = \"\"\"\nNever closed.\nv = \"\"\"\n2\n\"\"\"\n", nil, .correct),
    ("w = He said \"no\".\nv = 2", "He said \"no\".", .correct),
  ]

  @Test("a text stands on one line or between quotes", arguments: texts.indices)
  func eachTexts(_ index: Int) throws {
    let (answers, text, status) = Self.texts[index]
    let feedback = try Self.exercise().feedback(on: answers)
    #expect(feedback.steps[0].text == text)
    #expect(feedback.steps[1].status == status)
    if text != nil { #expect(feedback.steps[0].status == .toBeRead) }
    #expect(feedback.steps[0].points == 0)
    #expect(feedback.steps[0].outOf == 3)
  }

  @Test("the author's own text is the right answer that may be shown")
  func model() throws {
    func expected(_ model: String) throws -> [Expected?] {
      let exercise = try Exercise.sample(
        #""steps": [ { "name": "w", "kind": "written"\#(model), "rubric": [ "#
          + #"{ "says": "names both", "points": 1 } ] } ]"#)
      return Marker(exercise).expectedAnswers()
    }
    #expect(try expected("") == [.text("names both (1)")])
    #expect(
      try expected(#", "model": "Two passes against one per weight.""#)
        == [.text("Two passes against one per weight.\nPoints: names both (1)")])
  }

  @Test("a text that is not closed is said to be so and swallows no other answer")
  func unclosed() throws {
    #expect(
      try Self.exercise().verdicts(on: "w = \"\"\"\nNever closed.\nv = 2\n") == [
        #"w unreadable 0.0: Line 1, column 5: the text that begins with """ has no """ at its end."#,
        "v correct 1.0",
        "note: Line 2, column 1: 'Never closed.' is not understood; an answer is written name = value.",
      ])
  }

  @Test("JSON has it as a string")
  func json() throws {
    var marker = Marker(try Self.exercise())
    let text = #"{ "answers": { "w": "Line\nnext \"quoted\" # x", "v": 2 } }"#
    let feedback = marker.mark(try Submission(json: text))
    #expect(feedback.steps[0].text == "Line\nnext \"quoted\" # x")
  }

  @Test("the points of the rubric are those of the step")
  func points() throws {
    #expect(try Self.exercise().steps[0].points == 3)
    #expect(try Self.exercise().outOf == 4)
  }

  // MARK: Marks

  private static func marks(_ text: String) throws(Problems) -> WrittenMarks {
    try WrittenMarks(reading: SourceText(name: "marks.json", text: text))
  }

  private static let given: [(points: String, line: String)] = [
    ("[1, 2]", "w correct 3.0: 1 of 1: names both 2 of 2: compares"),
    ("[1, 0.5]", "w partial 1.5: 1 of 1: names both 0.5 of 2: compares"),
    ("[0, 0]", "w incorrect 0.0: 0 of 1: names both 0 of 2: compares"),
    (
      #"{ "points": [1, 0], "says": "More!" }"#,
      "w partial 1.0: 1 of 1: names both 0 of 2: compares More!"
    ),
  ]

  @Test("marks make the verdict, with the rubric in words", arguments: given.indices)
  func marks(_ index: Int) throws {
    let (points, line) = Self.given[index]
    let exercise = try Self.exercise()
    let marks = try Self.marks(#"{ "ada": { "sample": { "w": \#(points) } } }"#)
    var feedback = try exercise.feedback(on: "student: ada\nw = Text.\nv = 2")
    marks.apply(to: &feedback, of: exercise)
    #expect(feedback.steps[0].line == line)
    #expect(feedback.steps[0].text == "Text.")
    #expect(feedback.steps[1].line == "v correct 1.0")
    var other = try exercise.feedback(on: "student: bob\nw = Text.")
    marks.apply(to: &other, of: exercise)
    #expect(other.steps[0].status == .toBeRead)
  }

  private static func lines(_ problems: Problems?) -> [String] {
    problems?.list.map { "\($0.position.line):\($0.position.column): \($0.message)" } ?? []
  }

  @Test("marks that cannot be read are reported, all at once")
  func unreadable() throws {
    do {
      _ = try Self.marks(
        """
        { "ada": { "sample": { "w": 1, "x": ["1"] }, "other": [] },
          "bob": 2, "cyd": { "sample": { "w": { "point": [1] } } } }
        """)
      Issue.record("these are no marks")
    } catch {
      #expect(
        Self.lines(error) == [
          "1:29: the mark of a step, if it is no list of points, must be an object, but it is 1",
          "1:38: entry 1 of the points must be a number, but it is a string",
          "1:55: the marks for an exercise are an object of names, but here is a list",
          "2:10: the marks of a student are an object of names, but here is 2",
          "2:39: the mark of a step, if it is no list of points, needs the key 'points'",
          "2:41: unknown key 'point' — did you mean 'points'?",
        ])
    }
  }

  @Test("marks that fit nothing are reported, all at once")
  func misfits() throws {
    let marks = try Self.marks(
      """
      { "adaa": { "sample": { "w": [1, 2] } }, "bob": { "smaple": { "w": [1, 2] },
        "sample": { "x": [1], "v": [1], "w": [1, 2.5] } }, "cyd": { "sample": { "w": [1] } },
        "eve": { "sample": { "w": [-1, 0] } } }
      """)
    let problems = marks.problems(
      students: ["ada", "bob", "cyd", "eve"], exercises: ["sample": try Self.exercise()])
    #expect(
      Self.lines(problems) == [
        "1:3: there is no student 'adaa'; did you mean 'ada'?",
        "1:51: there is no exercise 'smaple'; did you mean 'sample'?",
        "2:15: there is no step 'x'",
        "2:25: 'v' is not marked by a person",
        "2:40: item 2 of 'w' gives from 0 to 2 points, not 2.5",
        "2:80: the rubric of 'w' has 2 items, but here are points for 1",
        "3:29: item 1 of 'w' gives from 0 to 1 points, not -1",
      ])
  }
}
