import Exercises
import Formulas
import Numerics
import TestSupport
import Testing

@testable import Answers
@testable import Marking

/// A marker keeps what it has worked out, and values of earlier sheets lie in its memory; none of it may
/// be seen in what it says.
@Suite("Sheets marked one after the other")
struct MarkedInAnyOrderTests {
  /// Sheets with one value got wrong in each, and the others rounded as on paper.
  private static func sheets(_ exercise: Exercise) throws -> [Submission] {
    let marker = Marker(exercise)
    let values = marker.expectedValues()
    let changes: [(Double) -> Double] = [{ -$0 }, { $0 / 2 }, { $0 + 1 }, { 1 - $0 * $0 }]
    return try values.indices.flatMap { wrong in
      try changes.enumerated().map { number, change in
        let answers = zip(exercise.valueSteps, values).enumerated().map { place, answer in
          let (step, value) = answer
          let typed =
            place == wrong
            ? Tensor(shape: value.shape, entries: value.entries.map(change)) : value
          return "\(step.name) = \(typed.written { NumberText.general($0, digits: 3 + number) })"
        }
        return try Submission(answers: answers.joined(separator: "\n"))
      }
    }
  }

  @Test(
    "What is said of a sheet does not depend on those before it",
    arguments: ["16.2", "two-paths", "walkthrough-2-2-1"])
  func order(id: String) throws {
    let exercise = try #require(Shipped.all.first { $0.id == id }).exercise()
    let sheets = try Self.sheets(exercise)
    var forward = Marker(exercise)
    let first = sheets.map { forward.mark($0).lines }
    let again = sheets.map { forward.mark($0).lines }
    #expect(first == again)
    var backward = Marker(exercise)
    let last = sheets.reversed().map { backward.mark($0).lines }
    #expect(first == last.reversed())
    #expect(Set(first).count > 10)
  }
}
