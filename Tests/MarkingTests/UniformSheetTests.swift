import Exercises
import TestSupport
import Testing

@testable import Answers
@testable import Marking

@Suite("Sheets made of a number or two")
struct UniformSheetTests {
  /// Each but the first follows from the one before.
  private static let chain = ["7 * x", "0.5 * s0", "2 * s1", "0.5 * s2", "2 * s3", "0.5 * s4"]

  private static func steps(_ numbers: [Double]) throws -> [StepFeedback] {
    let steps = chain.prefix(numbers.count).enumerated().map {
      #"{ "name": "s\#($0)", "formula": "\#($1)" }"#
    }
    let exercise = try Exercise.sample(
      #""given": { "x": 2 }, "steps": [ \#(steps.joined(separator: ", ")) ]"#)
    let lines = numbers.enumerated().map { "s\($0) = \($1)" }
    return try exercise.feedback(on: lines.joined(separator: "\n")).steps
  }

  @Test("two numbers in turn are not followed, from six answers on")
  func inTurn() throws {
    let six = try Self.steps([1, 0.5, 1, 0.5, 1, 0.5])
    #expect(six.map(\.points) == [0, 0, 0, 0, 0, 0])
    #expect(
      six[1].says.texts == [
        "All answers on this sheet are made of two numbers, so nothing is taken to follow from them."
      ])
    #expect(try Self.steps([1, 0.5, 1, 0.5, 1]).map(\.points) == [0, 1, 1, 1, 1])
  }

  @Test("three numbers are, and what is right by the key counts all the same")
  func others() throws {
    #expect(try Self.steps([1, 0.5, 1, 0.5, 1, 0.25]).map(\.points) == [0, 1, 1, 1, 1, 0])
    #expect(try Self.steps([14, 7, 14, 7, 14, 7]).map(\.points) == [1, 1, 1, 1, 1, 1])
  }
}
