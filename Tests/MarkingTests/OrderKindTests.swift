import Exercises
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Steps put in order")
struct OrderKindTests {
  private static func exercise(_ items: String) throws -> Exercise {
    try Exercise.sample(
      #""steps": [ { "name": "c", "kind": "order", "items": [ \#(items) ] } ]"#)
  }

  /// Five in a row.
  private static func row() throws -> Exercise {
    try exercise(
      ["one", "two", "three", "four", "five"]
        .map { #"{ "text": "step \#($0)", "id": "\#($0)" }"# }.joined(separator: ", "))
  }

  /// A first and a last one, and three between them in any order; two that do not belong.
  private static func loose() throws -> Exercise {
    try exercise(
      #"{ "text": "first", "id": "first" }, "#
        + ["ka", "la", "ma"].map { #"{ "text": "\#($0)", "id": "\#($0)", "after": ["first"] }"# }
        .joined(separator: ", ")
        + #", { "text": "last", "id": "last", "after": ["ka", "la", "ma"] }, "#
        + #"{ "text": "odd", "id": "odd", "belongs": false, "says": "Not here." }, "#
        + #"{ "text": "even", "id": "even", "belongs": false }"#)
  }

  private static let credits: [(answer: String, points: Double)] = [
    ("one two three four five", 1), ("two one three four five", 0.5),
    ("five one two three four", 0.5), ("five four three two one", 0),
    ("one two three four", 0.5), ("one two three", 0), ("three four", 0), ("three two", 0),
    ("two one four three five", 0),
  ]

  @Test(
    "the longest part in a right order counts, less what a sheet may show",
    arguments: credits.indices)
  func eachCredit(_ index: Int) throws {
    let (answer, points) = Self.credits[index]
    let step = try Self.row().feedback(on: "c = \(answer)").steps[0]
    #expect(step.points == points)
    #expect(step.status == (points == 1 ? .correct : points > 0 ? .partial : .incorrect))
  }

  @Test(
    "every order that keeps what must come first is right",
    arguments: [
      "first ka la ma last", "first ma la ka last", "first, la, ka, ma, last",
    ])
  func partialOrder(_ answer: String) throws {
    #expect(try Self.loose().feedback(on: "c = \(answer)").steps[0].status == .correct)
  }

  @Test("what does not belong is told, and costs a place")
  func strangers() throws {
    let step = try Self.loose().feedback(on: "c = first ka odd la ma last").steps[0]
    #expect(step.points == 0.5)
    #expect(step.says.texts.first == "Not here.")
    #expect(step.says.count == 2)
    #expect(step.diagnosis?.kind == .mistake)
  }

  @Test("one pair the wrong way round is named, and no more of the order")
  func words() throws {
    let exercise = try Self.row()
    let task = try #require(exercise.steps[0].assignment)
    let right = try #require(task.rightAnswer("")).split(separator: " ").map(String.init)
    let turned = [right[0], right[2], right[1], right[3], right[4]].joined(separator: " > ")
    #expect(
      try exercise.verdicts(on: "c = \(turned)")
        == ["c partial 0.5: \(right[2]) stands before \(right[1]), but must come after it."])
  }

  @Test("letters are read with any sign between them, or none")
  func spellings() throws {
    let exercise = try Self.row()
    let task = try #require(exercise.steps[0].assignment)
    let right = try #require(task.rightAnswer("ada")).split(separator: " ").map(String.init)
    for sign in [" ", "", ", ", " > ", " → ", " -> ", "; ", " then ", "-"] {
      for word in [right.joined(separator: sign), right.joined(separator: sign).lowercased()] {
        let feedback = try exercise.feedback(on: "student: ada\nc = \(word)")
        #expect(feedback.steps[0].status == .correct, "\(word)")
      }
    }
  }

  @Test("the order as shown earns nothing, for whomever it is")
  func asShown() throws {
    for exercise in [try Self.row(), try Self.loose()] {
      let task = try #require(exercise.steps[0].assignment)
      for number in 0..<100 {
        let student = "s\(number)"
        guard case .sequence(let items)? = task.control(student) else { return }
        let shown = items.filter { !["odd", "even"].contains($0.text) }.map(\.label)
        let feedback = try exercise.feedback(
          on: "student: \(student)\nc = \(shown.joined(separator: " "))")
        #expect(feedback.steps[0].points == 0, "\(student)")
      }
    }
  }

  @Test("no student sees a right order, and everyone's own stays the same")
  func shuffle() throws {
    let exercise = try Self.row()
    let task = try #require(exercise.steps[0].assignment)
    var seen: Set<String> = []
    for number in 0..<200 {
      let student = number == 0 ? "" : "s\(number)"
      let right = try #require(task.rightAnswer(student))
      #expect(right != "A B C D E")
      seen.insert(right)
      #expect(
        task.picks(right.lowercased(), student) == right.split(separator: " ").map(String.init))
    }
    #expect(seen.count > 60)
  }

  private static let unreadable: [(answer: String, says: String)] = [
    ("A B F", "column 9: there is no 'F'; there are A to E."),
    ("A B A", "column 9: 'A' stands here twice."),
    (
      "A < B",
      "column 7: write what comes first on the left, with blanks between: '<' points the other way."
    ),
    ("fourr", "column 5: there is no 'fourr'; did you mean 'four'?"),
    ("1 2 3", "column 5: '1' is no letter of a step; there are A to E."),
    (">", "column 5: an order is written by letters; there are A to E."),
  ]

  @Test("what names no step is told, in its place", arguments: unreadable.indices)
  func eachUnreadable(_ index: Int) throws {
    let (answer, says) = Self.unreadable[index]
    #expect(
      try Self.row().verdicts(on: "c = \(answer)") == ["c unreadable 0.0: Line 1, \(says)"])
  }

  @Test("the longest part is the longest, whatever the order")
  func longestPart() throws {
    let order = try #require(
      PartialOrder(of: 6, pairs: [(0, 1), (1, 2), (0, 3), (3, 4), (2, 5), (4, 5)]))
    for sequence in [
      [0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [3, 0, 4, 1, 5, 2], [1, 4, 0, 2, 3, 5],
    ] {
      // Every part of it, one by one.
      let best = (0..<64).filter { part in
        let kept = sequence.filter { part >> $0 & 1 == 1 }
        return order.firstFault(in: kept) == nil
      }.map { $0.nonzeroBitCount }.max()
      #expect(order.longestPart(of: sequence) == best)
    }
    #expect(PartialOrder(of: 3, pairs: [(0, 1), (1, 2), (2, 0)]) == nil)
  }
}
