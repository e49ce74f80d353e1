import Exercises
import Testing

@testable import Marking

@Suite("The spread of rounding")
struct RoundingSpreadTests {
  /// d = 1000 (b − a) magnifies the rounding of a and b, and e is d without being asked for.
  private func exercise(_ members: String = "") throws -> Exercise {
    try Exercise.sample(
      #"""
      "given": { "x": 0.3 }, "define": { "gap": "b - a" }, "steps": [
        { "name": "a", "formula": "x / 7" }, { "name": "b", "formula": "x / 7 + 0.01" },
        { "name": "d", "formula": "1000 * gap" \#(members) } ]
      """#)
  }

  @Test(
    "An answer may be off by what half a unit of a wrong answer's last digit does to it",
    arguments: [
      // Typed to four decimals, the wrong b leaves ±0.05 to d, whose own bound is ±0.1; with the
      // right a as typed d is 20, with all its digits 20.043.
      ("0.0429", "0.0629", "20.19", Status.followsThrough),
      ("0.0429", "0.0629", "19.86", .followsThrough), ("0.0429", "0.0629", "20.21", .incorrect),
      ("0.0429", "0.0629", "19.84", .incorrect),
      ("0.042857", "0.062857", "20.1003", .followsThrough),
      ("0.042857", "0.062857", "20.101", .incorrect),
      // Fewer digits than two leave no more room, and arithmetic leaves none.
      ("0.3/7", "0.06", "17.74", .followsThrough), ("0.3/7", "0.06", "17.75", .incorrect),
      ("0.3/7", "0.3/7 + 0.02", "20.1", .followsThrough),
      ("0.3/7", "0.3/7 + 0.02", "20.101", .incorrect),
    ])
  func spread(_ a: String, _ b: String, _ d: String, _ status: Status) throws {
    let feedback = try exercise().feedback(on: "a = \(a)\nb = \(b)\nd = \(d)")
    #expect(feedback.step("d")?.status == status)
  }

  @Test("Right answers leave no room of their own: what stood in the calculator is known")
  func rightAnswers() throws {
    for (d, status) in [("10.1", Status.correct), ("10.14", .incorrect)] {
      let feedback = try exercise().feedback(on: "a = 0.0429\nb = 0.0529\nd = \(d)")
      #expect(feedback.steps.map(\.status) == [.correct, .correct, status])
    }
  }

  @Test("Nothing widens a tolerance that the author states")
  func stated() throws {
    let exercise = try exercise(#", "tolerance": { "decimals": 4 }"#)
    for (d, status) in [
      ("20", Status.followsThrough), ("20.0429", .followsThrough), ("20.05", .incorrect),
    ] {
      let feedback = try exercise.feedback(on: "a = 0.0429\nb = 0.0629\nd = \(d)")
      #expect(feedback.step("d")?.status == status, "\(d)")
    }
  }
}
