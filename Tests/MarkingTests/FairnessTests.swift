import Exercises
import Formulas
import Foundation
import Numerics
import Testing

@testable import Marking

/// Right work, written with as many digits as people write.
@Suite("Fairness")
struct FairnessTests {
  /// How a number is typed: with so many decimals or significant digits, small ones like large.
  enum Style: Sendable, CustomTestStringConvertible {
    case decimals(Int)
    case significant(Int)

    var testDescription: String {
      switch self {
      case .decimals(let count): "\(count) decimals"
      case .significant(let count): "\(count) significant digits"
      }
    }

    func text(_ number: Double) -> String {
      switch self {
      case .decimals(let count): return String(format: "%.\(count)f", number)
      case .significant(let count):
        guard number != 0 else { return "0" }
        let first = Int(log10(abs(number)).rounded(.down))
        return String(format: "%.\(max(0, count - 1 - first))f", number)
      }
    }
  }

  private static let seed: UInt64 = 16_1212

  /// The share of the points that right work on random networks earns.
  private static func share(_ style: Style, carrying: Bool) throws -> Double {
    var random = SplitMix64(seed: seed)
    var (earned, outOf) = (0.0, 0.0)
    for _ in 0..<60 {
      let exercise = try RandomNetwork(&random).exercise()
      let feedback = try exercise.feedback(on: work(exercise, style, carrying: carrying))
      earned += feedback.points
      outOf += feedback.outOf
    }
    return earned / outOf
  }

  /// A right sheet, rounded at the end or at every step and carried on.
  private static func work(_ exercise: Exercise, _ style: Style, carrying: Bool) -> String {
    var values = exercise.evaluation()
    var lines: [String] = []
    for slot in exercise.program.definitions {
      values.run(slot)
      guard let step = exercise.valueSteps.first(where: { $0.slot == slot }) else { continue }
      let value = values.value(of: slot)
      lines.append("\(step.name) = " + value.written { style.text($0) })
      guard carrying else { continue }
      let typed = value.entries.map { Double(style.text($0)) ?? $0 }
      values.set(slot, to: Tensor(shape: value.shape, entries: typed))
    }
    return lines.joined(separator: "\n")
  }

  @Test(
    "Right work earns its points at the precision people write",
    arguments: [
      (Style.decimals(6), 1.0), (.decimals(5), 1), (.significant(4), 1), (.decimals(4), 0.99),
      (.significant(3), 0.99), (.decimals(3), 0.96), (.significant(2), 0.88),
    ])
  func fairness(_ style: Style, _ least: Double) throws {
    let shares = try [false, true].map { try Self.share(style, carrying: $0) }
    print("seed \(Self.seed), \(style.testDescription): right work earns \(shares)")
    for share in shares { #expect(share >= least) }
  }

  @Test(
    "What is right as far as it goes, but too coarse, earns what the exercise says",
    arguments: [("", Status.partial, 0.5), ("none", .incorrect, 0), ("full", .correct, 1)])
  func coarse(_ word: String, _ status: Status, _ points: Double) throws {
    let member = word.isEmpty ? "" : #""coarse": "\#(word)", "#
    let exercise = try Exercise.sample(
      member + #""steps": [ { "name": "v", "formula": "[0.562177, 0.5]" } ]"#)
    let step = try exercise.feedback(on: "v = [0.6, 0.5]").steps[0]
    #expect(step.status == status)
    #expect(step.points == points)
    #expect(
      step.says.texts == [
        "v is right as far as it goes, but rounded too coarsely: give it to 3 or 4 significant digits."
      ])
  }

  @Test("Coarse work that goes on from a slip is told from what it follows")
  func coarseFollowing() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "x": 0.31 },
      "steps": [ { "name": "a", "formula": "2 * x" }, { "name": "b", "formula": "3.3 * a" } ]
      """#)
    let step = try exercise.feedback(on: "a = 0.93\nb = 3").steps[1]
    #expect(step.status == .partial)
    #expect(step.follows == ["a"])
    #expect(step.points == 0.5)
  }

  @Test("A zero without decimals is no coarse answer, and a whole number must be the whole number")
  func zeros() throws {
    let exercise = try Exercise.sample(
      #""steps": [ { "name": "v", "formula": "[0.3, 0.5]" }, { "name": "n", "formula": "450" } ]"#)
    let feedback = try exercise.feedback(on: "v = [0, 0.5]\nn = 449")
    #expect(feedback.steps.map(\.status) == [.incorrect, .incorrect])
  }
}
