import Exercises
import Testing

@testable import Marking

@Suite("The spread of rounding")
struct RoundingSpreadTests {
  /// d = 1000 (b − a) magnifies the rounding of a and b, and e is d without being asked for.
  private func exercise() throws -> Exercise {
    try Exercise.sample(
      #"""
      "given": { "x": 0.3 }, "define": { "gap": "b - a" }, "steps": [
        { "name": "a", "formula": "x / 7" }, { "name": "b", "formula": "x / 7 + 0.01" },
        { "name": "d", "formula": "1000 * gap" } ]
      """#)
  }

  @Test(
    "An answer may be off by what one unit of the last digits typed does to it, and no more",
    arguments: [
      // Typed to four decimals, a and b leave ±0.2 to d, whose own bound is ±0.0001.
      ("0.0429", "0.0629", "20.19", Status.followsThrough),
      ("0.0429", "0.0629", "19.81", .followsThrough), ("0.0429", "0.0629", "20.21", .incorrect),
      ("0.0429", "0.0629", "19.79", .incorrect),
      ("0.042857", "0.062857", "20.0019", .followsThrough),
      ("0.042857", "0.062857", "20.0022", .incorrect),
      // Fewer digits than asked for leave no more room, and arithmetic leaves none.
      ("0.3/7", "0.06", "17.2428", .followsThrough), ("0.3/7", "0.06", "17.32", .incorrect),
      ("0.3/7", "0.3/7 + 0.02", "20.0001", .followsThrough),
      ("0.3/7", "0.3/7 + 0.02", "20.0002", .incorrect),
    ])
  func spread(_ a: String, _ b: String, _ d: String, _ status: Status) throws {
    let feedback = try exercise().feedback(on: "a = \(a)\nb = \(b)\nd = \(d)")
    #expect(feedback.step("d")?.status == status)
  }

  @Test("Right answers that were rounded leave the same room")
  func rightAnswers() throws {
    let feedback = try exercise().feedback(on: "a = 0.0429\nb = 0.0529\nd = 10.04")
    #expect(feedback.steps.map(\.status) == [.correct, .correct, .correct])
  }
}
