import Exercises
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("A chosen value that is missing")
struct MissingChoicesTests {
  private static func shipped() throws -> Shipped {
    try #require(Shipped.all.first { $0.id == "16.2" })
  }
  private static let choices = ["W1", "b1", "W2", "b2"]

  /// The model sheet of 16.2 without some of its lines.
  private static func sheet(without names: [String]) throws -> String {
    let text = try shipped().model().source
    return text.spelling(of: 0..<text.bytes.count).split(separator: "\n").filter { line in
      !names.contains { line.hasPrefix("\($0) =") }
    }.joined(separator: "\n")
  }

  private static func feedback(_ sheet: String) throws -> Feedback {
    var marker = try shipped().marker()
    return marker.mark(try Submission(answers: sheet), reveals: true)
  }

  @Test("is said once, and what goes on from the student's own values is marked")
  func once() throws {
    let feedback = try Self.feedback(Self.sheet(without: ["W1"]))
    #expect(
      Array(feedback.lines.prefix(3)) == [
        "Z1 unreadable 0.0: This and W1_new cannot be marked without the values you chose: "
          + "add W1 = …. What you computed from them is marked.",
        "A1 followsThrough 1.0: This follows correctly from your Z1.",
        "Z2 followsThrough 1.0: This follows correctly from your Z1.",
      ])
    #expect(feedback.step("W1_new")?.line == "W1_new unreadable 0.0: See Z1.")
    #expect(feedback.step("L_new")?.follows == ["Z1", "W1_new"])
    #expect(feedback.points == 14.5)
    #expect(feedback.unread == Unread(answers: 2, choices: ["W1"]))
    #expect(feedback.steps.allSatisfy { $0.expected == nil })
    #expect(feedback.notes.isEmpty && feedback.remarks.isEmpty)
  }

  @Test("leaves what does not rest on it as it is")
  func besides() throws {
    let feedback = try Self.feedback(Self.sheet(without: ["b2"]))
    #expect(feedback.steps.prefix(2).map(\.status) == [.correct, .correct])
    #expect(
      feedback.steps.filter { $0.status == .unreadable }.map(\.name) == ["Z2", "b2_new"])
    #expect(feedback.steps.count { $0.status == .followsThrough } == 12)
  }

  @Test("hides no slip, and a slip is paid for once")
  func slips() throws {
    let sheet = try Self.sheet(without: ["W1"]).replacing(
      "delta1 = [[0.029268", with: "delta1 = [[0.129268")
    let steps = try Self.feedback(sheet).steps
    let wrong = steps.filter { $0.status == .incorrect }
    #expect(wrong.map(\.line) == ["delta1 incorrect 0.0: delta1[1, 1]: one digit is off by one."])
    // There are no slopes to show.
    #expect(wrong.allSatisfy { $0.evidence == nil })
  }

  @Test("leaves the summary to the slip and what follows from it")
  func summary() throws {
    let exercise = try Exercise.sample(
      #"""
      "choose": [{ "name": "w", "shape": [] }],
      "steps": [
        { "name": "t", "formula": "3 * w" }, { "name": "u", "formula": "t * t" },
        { "name": "v", "formula": "5 * t + 2" }, { "name": "a", "formula": "v + t" },
        { "name": "b", "formula": "2 * v" }
      ]
      """#)
    let feedback = try exercise.feedback(on: "t = 1.37\nu = 1.8769\nv = 6.85\na = 8.22\nb = 13.7")
    #expect(
      feedback.steps.map(\.status)
        == [.unreadable, .followsThrough, .incorrect, .followsThrough, .followsThrough])
    #expect(
      feedback.summary.texts == [
        "One slip explains all 3 of your wrong steps: You left out the term 2. Begin with v."
      ])
  }

  @Test("stops the steps whose own answers are missing as well")
  func gaps() throws {
    let feedback = try Self.feedback(Self.sheet(without: ["W1", "Z1", "A1", "W1_new"]))
    #expect(
      feedback.steps.filter { $0.status == .unreadable }.map(\.name)
        == ["Z2", "delta1", "dW2", "L_new"])
    #expect(
      feedback.step("A2")?.line == "A2 followsThrough 1.0: This follows correctly from your Z2.")
  }

  @Test("is worth what an exercise gives for going on", arguments: [("half", 0.5), ("none", 0)])
  func credit(_ word: String, _ points: Double) throws {
    let exercise = try Exercise.sample(
      #"""
      "choose": [{ "name": "w", "shape": [] }], "followThrough": "\#(word)",
      "steps": [{ "name": "u", "formula": "3 * w" }, { "name": "v", "formula": "u + 1" }]
      """#)
    #expect(
      try exercise.verdicts(on: "u = 6\nv = 7") == [
        "u unreadable 0.0: This cannot be marked without the values you chose: add w = …. "
          + "What you computed from it is marked.",
        "v followsThrough \(points): This follows correctly from your u.",
      ])
    // Nothing that could be marked is lost, so there is nothing to say.
    #expect(try exercise.verdicts(on: "# later") == ["u unanswered 0.0", "v unanswered 0.0"])
  }

  @Test("of whatever others, earns nothing for what rests on it, and is forgotten afterwards")
  func laws() throws {
    var marker = try Self.shipped().marker()
    for number in 1..<16 {
      let missing = Self.choices.indices.filter { number >> $0 & 1 == 1 }.map { Self.choices[$0] }
      let sheet = try Submission(answers: Self.sheet(without: missing))
      let feedback = marker.mark(sheet)
      #expect(feedback.unread.choices == missing)
      let sentences = feedback.steps.flatMap(\.says.texts).filter { $0.contains("you chose") }
      #expect(sentences.count == 1)
      #expect(feedback.steps.allSatisfy { $0.status != .incorrect })
      #expect(feedback.steps.allSatisfy { $0.status != .unreadable || $0.points == 0 })
      #expect(marker.mark(try Self.shipped().model()).isFullMarks)
    }
  }
}
