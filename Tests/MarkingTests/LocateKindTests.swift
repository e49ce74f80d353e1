import Exercises
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Wrong lines, found by number")
struct LocateKindTests {
  /// Nine lines, of which 3, 5 and 8 are wrong.
  private static func exercise() throws -> Exercise {
    let lines = (1...9).map { number in
      switch number {
      case 3, 5, 8: #"{ "text": "w\#(number)", "wrong": true, "says": "Why \#(number)." }"#
      case 4: #"{ "text": "r4", "says": "It looks wrong." }"#
      default: "\"r\(number)\""
      }
    }
    return try Exercise.sample(
      #""steps": [ { "name": "c", "kind": "locate", "lines": [ \#(lines.joined(separator: ", ")) ] } ]"#
    )
  }

  @Test(
    "lines are named in many ways",
    arguments: [
      "3, 5, 8", "3 5 8", "8;5;3", "3 and 5 and 8", "lines 3, 5 & 8", "Line 3, line 5, line 8",
      "L3 L5 L8", "[3, 5, 8]", "(3; 5; 8).", "3, 5, 8, 3",
    ])
  func spellings(_ answer: String) throws {
    #expect(
      try Self.exercise().verdicts(on: "c = \(answer)")
        == ["c correct 1.0: Line 3: Why 3. Line 5: Why 5. Line 8: Why 8."])
  }

  @Test("JSON takes a number, a text or a list")
  func json() throws {
    for (answer, points) in [
      ("3", 1.0 / 3), (#""3, 5""#, 2.0 / 3), ("[3, 5, 8]", 1), (#"["3", "5", "8"]"#, 1),
    ] {
      var marker = Marker(try Self.exercise())
      let feedback = marker.mark(try Submission(json: #"{ "answers": { "c": \#(answer) } }"#))
      #expect(abs(feedback.steps[0].points - points) < 1e-12, "\(answer)")
    }
  }

  private static let shares: [(answer: String, line: String)] = [
    ("3", "c partial 0.3333333333333333: Line 3: Why 3. 2 more lines are wrong."),
    ("3, 8", "c partial 0.6666666666666666: Line 3: Why 3. Line 8: Why 8. One more line is wrong."),
    (
      "3-5",
      "c partial 0.3333333333333333: Line 4 is right: It looks wrong. Line 3: Why 3. "
        + "Line 5: Why 5. One more line is wrong."
    ),
    ("1, 2", "c incorrect 0.0: Line 1 is right. Line 2 is right. 3 more lines are wrong."),
    ("none", "c incorrect 0.0: 3 lines are wrong."),
  ]

  @Test("what is found earns its share, less every false alarm", arguments: shares.indices)
  func eachShare(_ index: Int) throws {
    let (answer, line) = Self.shares[index]
    #expect(try Self.exercise().verdicts(on: "c = \(answer)") == [line])
  }

  @Test("whoever names every line gains nothing by it")
  func everything() throws {
    let feedback = try Self.exercise().feedback(on: "c = 1-9")
    #expect(feedback.steps[0].points == 0)
    #expect(feedback.steps[0].status == .incorrect)
  }

  private static let unreadable: [(answer: String, says: String)] = [
    ("10", "column 5: there is no line 10; there are 1 to 9."),
    ("3, 0", "column 8: there is no line 0; there are 1 to 9."),
    ("5-3", "column 5: '5-3' runs backwards; did you mean '3-5'?"),
    ("3 adn 5", "column 7: 'adn' is not understood; did you mean 'and'?"),
    ("none, 3", "column 5: here stand 'none' and lines as well."),
    ("3 * 5", "column 7: '*' is not understood; lines are named by number, 1 to 9, or 'none'."),
    ("lines", "column 5: lines are named by number, 1 to 9, or 'none'."),
  ]

  @Test("what names no line is told, in its place", arguments: unreadable.indices)
  func eachUnreadable(_ index: Int) throws {
    let (answer, says) = Self.unreadable[index]
    #expect(
      try Self.exercise().verdicts(on: "c = \(answer)") == ["c unreadable 0.0: Line 1, \(says)"])
  }

  @Test("code keeps its blanks, and lines their numbers in a column")
  func details() throws {
    let lines = #""for l in layers {", { "text": "  a = f(`l`)", "wrong": true, "says": "x" }"#
    let exercise = try Exercise.sample(
      #""steps": [ { "name": "c", "kind": "locate", "code": true, "lines": [ \#(lines) ] } ]"#)
    let task = try #require(exercise.steps[0].assignment)
    #expect(
      task.details("ada") == [
        "Name the lines that are wrong, as in: 2, 4. Or: none.", "1  `for l in layers {`",
        "2  \u{A0}\u{A0}``a = f(`l`)``",
      ])
    #expect(task.rightAnswer("ada") == "2")
    #expect(task.picks("2", "ada") == ["2"])
    #expect(task.picks("none", "ada") == ["none"])
    #expect(task.picks("seven", "ada") == nil)
  }
}
