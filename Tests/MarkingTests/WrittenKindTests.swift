import Exercises
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
}
