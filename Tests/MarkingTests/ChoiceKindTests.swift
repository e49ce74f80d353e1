import Exercises
import Formulas
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Answers chosen from options")
struct ChoiceKindTests {
  private static func exercise(_ keys: String = "", options: String? = nil) throws -> Exercise {
    let list =
      options
      ?? #"{ "text": "one pass per weight", "correct": false, "says": "Differences do." }, "#
      + #"{ "text": "two passes", "correct": true, "says": "Forward and backward." }, "#
      + #"{ "text": "nothing", "correct": false }, { "text": "it depends", "correct": false }"#
    return try Exercise.sample(
      #""steps": [ { "name": "c", "kind": "choice", "options": [ \#(list) ] \#(keys) } ]"#)
  }

  private static let several =
    #"{ "text": "red, or so", "correct": true }, { "text": "green", "correct": true }, "#
    + #"{ "text": "blue", "correct": false, "says": "Not blue." }, "#
    + #"{ "text": "grey", "correct": true }, { "text": "pink", "correct": false }"#

  private static func letters(_ student: String, _ keys: String = "") throws -> [String] {
    let exercise = try Self.exercise(keys)
    guard let task = exercise.steps[0].assignment else { return [] }
    return task.details(student) + [task.remark(student)].compactMap(\.self)
  }

  @Test("the order is a student's own and the same for ever")
  func golden() throws {
    #expect(
      try Self.letters("ada") == [
        "Choose one, by its letter.", "a) it depends", "b) nothing", "c) one pass per weight",
        "d) two passes",
        "The letters are those of 'ada': leave the line with the student as it is.",
      ])
    #expect(try Self.letters("bob") != Self.letters("ada"))
    #expect(try Self.letters("ada") == Self.letters("ada"))
  }

  @Test("without a student the order is the file's, and so it is where it is kept")
  func fileOrder() throws {
    let options = ["a) one pass per weight", "b) two passes", "c) nothing", "d) it depends"]
    #expect(
      try Self.letters("") == ["Choose one, by its letter."] + options + [
        "The letters are for a sheet that names no student; with a name the order is another."
      ])
    #expect(
      try Self.letters("ada", #", "keepOrder": true"#) == ["Choose one, by its letter."] + options)
  }

  @Test("every option comes first for somebody")
  func fairness() throws {
    let first = Set(try (0..<60).map { try Self.letters("s\($0)")[1] })
    #expect(first.count == 4)
  }

  @Test("a letter means what it means on the sheet of whoever it names")
  func sheets() throws {
    let exercise = try Self.exercise()
    for (student, letter) in [("ada", "d"), ("", "b")] {
      for other in ["a", "b", "c", "d"] {
        let feedback = try exercise.feedback(on: "student: \(student)\nc = \(other)\n")
        #expect(feedback.steps[0].status == (other == letter ? .correct : .incorrect))
      }
    }
  }

  @Test(
    "an option is named by letter, with a bracket, in its own words or both",
    arguments: ["b", "B", " b)", "(b)", "b.", "two passes", "\"Two  passes.\"", "b) two passes"])
  func spellings(_ answer: String) throws {
    #expect(
      try Self.exercise().verdicts(on: "c = \(answer)") == ["c correct 1.0: Forward and backward."])
  }

  @Test("JSON takes a letter, a text or a list")
  func json() throws {
    let exercise = try Self.exercise(options: Self.several)
    for answer in [#""a, b, d""#, #"["a", "b", "d"]"#, #"["green", "red, or so", "grey"]"#] {
      var marker = Marker(exercise)
      let feedback = marker.mark(try Submission(json: #"{ "answers": { "c": \#(answer) } }"#))
      #expect(feedback.steps[0].status == .correct, "\(answer)")
    }
  }

  private static let partial: [(answer: String, line: String)] = [
    ("a b d", "c correct 2.0"),
    ("a and b", "c partial 1.3333333333333333: One more option is right."),
    ("a", "c partial 0.6666666666666666: 2 more options are right."),
    ("a, b, c", "c partial 0.6666666666666666: c) Not blue. One more option is right."),
    ("a c e", "c incorrect 0.0: c) Not blue. e) is not right. 2 more options are right."),
    ("a a a", "c partial 0.6666666666666666: 2 more options are right."),
  ]

  @Test("the share is right less wrong ones, where that is allowed", arguments: partial.indices)
  func eachPartial(_ index: Int) throws {
    let (answer, line) = Self.partial[index]
    let exercise = try Self.exercise(#", "partial": true, "points": 2"#, options: Self.several)
    #expect(try exercise.verdicts(on: "c = \(answer)") == [line])
    let strict = try Self.exercise(options: Self.several)
    let status = try strict.feedback(on: "c = \(answer)").steps[0].status
    #expect(status == (index == 0 ? .correct : .incorrect))
  }

  private static let unreadable: [(answer: String, says: String)] = [
    ("e", "there is no option 'e'; there are a to d."),
    ("a, b", "one option is asked for, and here are 2."),
    ("all of them", "there is no option 'all'; there are a to d."),
    ("???", "an option is chosen by its letter; there are a to d."),
    ("7", "there is no option '7'; there are a to d."),
  ]

  @Test("what names no option says what there is", arguments: unreadable.indices)
  func eachUnreadable(_ index: Int) throws {
    let (answer, says) = Self.unreadable[index]
    #expect(
      try Self.exercise().verdicts(on: "c = \(answer)")
        == ["c unreadable 0.0: Line 1, column 5: \(says)"])
  }

  @Test("an id is the letter of its option in every order")
  func ids() throws {
    let exercise = try Self.exercise(
      options: #"{ "text": "yes", "correct": true, "id": "y" }, "#
        + #"{ "text": "no", "correct": false, "id": "n" }"#)
    for student in ["", "ada", "bob", "cyd"] {
      #expect(
        try exercise.feedback(on: "student: \(student)\nc = y").steps[0].status == .correct)
    }
    #expect(
      try exercise.verdicts(on: "c = a")
        == ["c unreadable 0.0: Line 1, column 5: there is no option 'a'; there are n and y."])
  }
}
