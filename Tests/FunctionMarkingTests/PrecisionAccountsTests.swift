import Answers
import Exercises
import Foundation
import Marking
import TestSupport
import Testing

@testable import FunctionMarking

@Suite("Results that are right as far as they go, or were never changed")
struct PrecisionAccountsTests {
  /// A sigmoid over a vector, which a student gets nearly right.
  private static func sigmoid() throws -> Exercise {
    try Exercise.code(
      """
      { "name": "squash", "kind": "code", "function": "func squash(_ z: [Double]) -> [Double]",
        "formula": "sigmoid(z)", "inputs": [{ "z": [0.3, -1.2, 2] }, { "z": [1.7, 0.1] }] }
      """)
  }

  private func says(_ play: @escaping @Sendable (Double) -> Double) throws -> Feedback {
    try Self.sigmoid().feedback(
      from: .playing([
        "squash": { arguments in
          .returned(.array(arguments[0].numbers.map { .double(play($0)) }))
        }
      ]))
  }

  @Test("computed in Float, it is right to seven digits")
  func float() throws {
    let step = try #require(
      try says { z in
        // One rounding alone would pass.
        let part = Float(1 / (1 + exp(-z))) / 40
        return Double((0..<40).reduce(Float(0)) { sum, _ in sum + part })
      }.steps.first)
    #expect(
      step.says.first?.text
        == "Your results are right to about 7 digits, which is what a Float holds: compute in "
        + "Double throughout.")
    #expect(step.diagnosis?.edits == ["float-precision"])
  }

  @Test("rounded before it was returned", arguments: [2, 4, 6])
  func rounded(decimals: Int) throws {
    let scale = pow(10, Double(decimals))
    let step = try #require(
      try says { z in (scale / (1 + exp(-z))).rounded() / scale }.steps.first)
    #expect(
      step.says.first?.text
        == "Your results are right but rounded to \(decimals) decimals: return the number itself, "
        + "and round only what you print.")
  }

  @Test("what is wrong beyond that is neither")
  func wrong() throws {
    for factor in [1.00001, 0.9, 2] {
      let step = try #require(try says { z in factor / (1 + exp(-z)) }.steps.first)
      #expect(step.diagnosis?.edits != ["float-precision"])
      #expect(step.diagnosis?.edits != ["rounded-output"])
    }
  }

  @Test("a parameter that is returned as it was given is named")
  func unchanged() throws {
    let exercise = try Exercise.code(
      """
      { "name": "step", "kind": "code",
        "function": "func step(_ w: [Double], _ g: [Double]) -> [Double]",
        "formula": "w - 0.1 * g",
        "inputs": [{ "w": [1, 2], "g": [3, -1] }, { "w": [0.5, 4], "g": [1, 2] }] }
      """)
    let step = try #require(exercise.step(named: "step"))
    let task = try #require(step.assignment?.record.reading.flatMap { CodeTask($0) })
    func reason(_ parameter: Int) -> CodeDiagnosis.Reason? {
      var plan = CodePlan()
      plan.add(task, among: [])
      var report = FunctionReport(.succeeded)
      report.outcomes = plan.calls.map { .returned($0.arguments[parameter]) }
      return UnchangedAccounts(CodeRun(task, plan.parts[0], report), [0, 1]).reason()
    }
    #expect(
      reason(0)?.says.text
        == "You return w as given, unchanged: what was to be calculated is lost, perhaps in a copy "
        + "that is not returned.")
    #expect(reason(0)?.diagnosis?.edits == ["unchanged-parameter"])
    #expect(reason(1)?.says.text.hasPrefix("You return g as given") == true)
  }

  @Test("a function that changes its mind has no verdict on a value, and no value is shown")
  func unsteady() throws {
    let exercise = try Self.sigmoid()
    let bench = FunctionRunner { job in
      var report = FunctionReport(.succeeded)
      report.outcomes = job.calls.map { .returned($0.arguments[0]) }
      #expect(job.again == [0, 1])
      report.changed = [1: .returned(.array([.double(0.5), .double(0.25)]))]
      return report
    }
    let step = try #require(try exercise.feedback(from: bench).steps.first)
    #expect(step.status == .incorrect && step.points == 0)
    #expect(
      step.says.map(\.text) == [
        "It gives different results for the same input, so no verdict on them would hold. Leave out "
          + "what changes by itself: random numbers, the time, and what is kept from one call to "
          + "the next."
      ])
  }
}
