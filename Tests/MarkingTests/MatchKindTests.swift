import Exercises
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Entries matched with partners")
struct MatchKindTests {
  private static func exercise() throws -> Exercise {
    try Exercise.sample(
      #""steps": [ { "name": "c", "kind": "match", "pairs": [ "#
        + #"{ "left": "p", "right": "for p", "id": "pp" }, "#
        + #"{ "left": "q", "right": "for q and r", "id": "qr" }, "#
        + #"{ "left": "r", "right": "For q and r." }, "#
        + #"{ "left": "s", "right": "for s", "id": "ss" } ], "#
        + #""others": [ { "text": "for nobody", "id": "nobody" } ], "#
        + #""mistakes": [ { "entry": 1, "with": "ss", "says": "That is s." } ] } ]"#)
  }

  private static let credits: [(answer: String, line: String)] = [
    ("1-pp 2-qr 3-qr 4-ss", "c correct 1.0"),
    ("pp, qr, qr, ss", "c correct 1.0"),
    ("4: SS; 3: qr; 2: qr; 1: pp", "c correct 1.0"),
    ("1-ss 2-qr 3-qr 4-ss", "c partial 0.75: 1: That is s."),
    ("1-pp", "c partial 0.25: 3 numbers have no letter yet."),
    ("1-ss", "c incorrect 0.0: 1: That is s. 3 numbers have no letter yet."),
  ]

  @Test("each pair earns its share, and foreseen ones have words", arguments: credits.indices)
  func eachCredit(_ index: Int) throws {
    let (answer, line) = Self.credits[index]
    #expect(try Self.exercise().verdicts(on: "c = \(answer)") == [line])
  }

  @Test("pairs of letters are read however they are joined")
  func spellings() throws {
    let exercise = try Self.exercise()
    let task = try #require(exercise.steps[0].assignment)
    let right = try #require(task.rightAnswer("ada"))
    let letters = right.split(separator: " ").map { String($0.dropFirst(2)) }
    let pairs = letters.enumerated().map { (String($0.offset + 1), $0.element) }
    let spellings = [
      right, right.lowercased(), letters.joined(), letters.joined(separator: ", "),
      pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", "), pairs.map { $0.0 + $0.1 }.joined(),
      pairs.map { "\($0.0) → \($0.1)" }.joined(separator: "; "),
      pairs.map { "(\($0.0), \($0.1))" }.joined(),
      pairs.map { "\($0.0)=\($0.1)" }.joined(separator: " "),
    ]
    for spelling in spellings {
      let feedback = try exercise.feedback(on: "student: ada\nc = \(spelling)")
      #expect(feedback.steps[0].status == .correct, "\(spelling)")
      #expect(task.picks(spelling, "ada") == letters)
    }
    #expect(task.picks("2-\(letters[1])", "ada") == ["", letters[1], "", ""])
  }

  private static let unreadable: [(answer: String, says: String)] = [
    ("1-E", "column 7: there is no 'E'; there are A to D."),
    ("5-A", "column 5: there is no number 5; there are 1 to 4."),
    ("1-A 1-B", "column 9: 1 stands here twice."),
    ("1-AB", "column 7: 1 can have one letter only."),
    ("1-A B", "column 9: it is not clear whose 'B' is; write its number before it, as in 1-B."),
    ("1 2-A", "column 5: 1 stands here without a letter."),
    (
      "A B C",
      "column 5: without numbers there must be 4 letters, and here are 3; for some of them write "
        + "pairs, as in 1-B."
    ),
    ("1-nobdy", "column 7: there is no 'nobdy'; did you mean 'nobody'?"),
    ("1*A", "column 6: '*' is not understood; pairs are written as in 1-B, with A to D."),
  ]

  @Test("what is no pair is told, in its place", arguments: unreadable.indices)
  func eachUnreadable(_ index: Int) throws {
    let (answer, says) = Self.unreadable[index]
    #expect(
      try Self.exercise().verdicts(on: "c = \(answer)") == ["c unreadable 0.0: Line 1, \(says)"])
  }

  @Test("letters are a student's own")
  func shuffle() throws {
    let task = try #require(try Self.exercise().steps[0].assignment)
    let seen = Set((0..<300).compactMap { task.rightAnswer("s\($0)") })
    #expect(seen.count == 24)
    #expect(task.rightAnswer("ada") == task.rightAnswer("ada"))
    #expect(task.details("ada").count == 1 + 4 + 4)
  }
}
