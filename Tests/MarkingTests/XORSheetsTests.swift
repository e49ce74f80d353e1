import Exercises
import Formulas
import LearnersSlips
import Numerics
import TestSupport
import Testing

@testable import Answers
@testable import Diagnosis
@testable import Marking

/// Sheets of XOR by hand, with weights that every student chose, and a slip or two.
@Suite("Sheets of XOR by hand")
struct XORSheetsTests {
  private static let seed: UInt64 = 16_0206
  private static let count = 300

  /// What is worked out in the place of a step.
  private struct Slip {
    let step: String
    let formula: String

    static let all: [Slip] = [
      ("Z1", ["W1.T @ X + column(b1)", "W1 @ X", "W1 @ X - column(b1)"]),
      ("A1", ["tanh(Z1)", "sigmoid(-Z1)"]),
      ("Z2", ["W2 @ A1", "W2 @ Z1 + column(b2)"]),
      ("A2", ["tanh(Z2)", "sigmoid(-Z2)"]),
      ("L", ["mean(square(A2 - Y))", "sum(square(A2 - Y)) / 2", "mean(A2 - Y) / 2"]),
      (
        "delta2",
        [
          "A2 - Y", "(Y - A2) * sigmoid'(Z2)", "(A2 - Y) * sigmoid'(A2)", "(A2 - Y) * (1 - A2)",
          "(A2 - Y) * A2",
        ]
      ),
      (
        "delta1",
        [
          "W2.T @ delta2", "(W2.T @ delta2) * sigmoid'(A1)", "(W2.T @ (A2 - Y)) * sigmoid'(Z1)",
          "(W2.T @ delta2) * A1",
        ]
      ),
      ("dW2", ["delta2 @ A1.T", "delta2 @ Z1.T / 4", "(A2 - Y) @ A1.T / 4"]),
      ("db2", ["rowSums(delta2)", "rowSums(A2 - Y) / 4"]),
      ("dW1", ["delta1 @ X.T", "(delta1 @ X.T).T / 4", "delta1 @ A1.T / 4"]),
      ("db1", ["rowSums(delta1)"]),
      ("W1_new", ["W1 + eta * dW1", "W1 - dW1", "W1 - eta * dW1.T"]),
      ("b1_new", ["b1 + eta * db1", "b1 - db1"]),
      ("W2_new", ["W2 + eta * dW2", "W2 - dW2"]),
      ("b2_new", ["b2 + eta * db2"]),
      ("L_new", ["mean(square(A2_new - Y))"]),
    ].flatMap { step, formulas in formulas.map { Slip(step: step, formula: $0) } }
  }

  /// A student's weights, typing and habit.
  private struct Sheet {
    let exercise: Exercise
    let choices: [String: Tensor]
    let typing: Typing
    let carries: Bool

    init(_ exercise: Exercise, _ random: inout SplitMix64) {
      self.exercise = exercise
      var choices: [String: Tensor] = [:]
      for choice in exercise.choices {
        let shape = exercise.program.shape(of: choice.slot)
        let entries = (0..<shape.count).map { _ in
          Double(Int.random(in: 1...12, using: &random)) / 10
            * (Bool.random(using: &random) ? 1 : -1)
        }
        choices[choice.name] = Tensor(shape: shape, entries: entries)
      }
      self.choices = choices
      typing =
        [Typing.significant(4), .significant(3), .decimals(4)]
        .randomElement(using: &random) ?? .significant(4)
      carries = Bool.random(using: &random)
    }

    /// The answers of who slips there and goes on with what came of it.
    func answers(_ slips: [Slip]) throws -> String {
      var builder = exercise.builder
      let own = try slips.map { try builder.side(try Formula($0.formula)) }
      var values = Evaluation(builder.build())
      for given in exercise.givens { values.set(given.slot, to: given.value) }
      var lines: [String] = []
      for choice in exercise.choices {
        guard let value = choices[choice.name] else { continue }
        values.set(choice.slot, to: value)
        lines.append("\(choice.name) = \(value)")
      }
      for slot in exercise.program.definitions {
        values.run(slot)
        guard let step = exercise.valueSteps.first(where: { $0.slot == slot }) else { continue }
        if let slip = slips.firstIndex(where: { $0.step == step.name }) {
          values.run(own[slip])
          let value = values.value(of: own[slip])
          values.set(
            slot, to: Tensor(shape: exercise.program.shape(of: slot), entries: value.entries))
        }
        let value = values.value(of: slot)
        lines.append("\(step.name) = \(value.written { typing.text($0) })")
        guard carries else { continue }
        let typed = value.entries.map { Double(typing.text($0)) ?? $0 }
        values.set(slot, to: Tensor(shape: value.shape, entries: typed))
      }
      return lines.joined(separator: "\n")
    }
  }

  private let exercise: Exercise
  private let marker: Marker

  init() throws {
    let shipped = try #require(Shipped.all.first { $0.id == "16.2" })
    exercise = try shipped.exercise()
    marker = try shipped.marker()
  }

  @Test("No rightly continued step is lost after one slip")
  func oneSlip() throws {
    var random = SplitMix64(seed: Self.seed)
    var (charged, unseen) = (0, 0)
    for _ in 0..<Self.count {
      let sheet = Sheet(exercise, &random)
      let slip = try #require(Slip.all.randomElement(using: &random))
      let answers = try sheet.answers([slip])
      var marker = marker
      let feedback = marker.mark(try Submission(answers: answers))
      let lost = feedback.steps.filter { $0.points < $0.outOf }.map(\.name)
      charged += lost == [slip.step] ? 1 : 0
      unseen += lost.isEmpty ? 1 : 0
      #expect(
        lost == [slip.step] || lost.isEmpty,
        """
        \(slip.step) = \(slip.formula), \(sheet.typing): \(lost)
        \(answers)
        \(feedback.lines.joined(separator: "\n"))
        """)
    }
    print(
      "seed \(Self.seed), XOR by hand: \(charged) slips charged alone, \(unseen) right as typed")
    #expect(unseen <= Self.count / 50)
  }

  @Test("Of two slips each is named where it would be alone")
  func twoSlips() throws {
    var random = SplitMix64(seed: Self.seed + 1)
    var (both, pairs) = (0, 0)
    for _ in 0..<Self.count {
      let sheet = Sheet(exercise, &random)
      let first = try #require(Slip.all.randomElement(using: &random))
      let second = try #require(
        Slip.all.filter { $0.step != first.step }.randomElement(using: &random))
      let alone = try [first, second].map { try reason(for: $0, in: sheet.answers([$0])) }
      let answers = try sheet.answers([first, second])
      let together = try [first, second].map { try reason(for: $0, in: answers) }
      for (slip, (alone, together)) in zip([first, second], zip(alone, together)) {
        // What is right as typed after the other slip is no slip there.
        guard alone.isNamed, !together.isRight else { continue }
        pairs += 1
        both += together.isNamed ? 1 : 0
        #expect(
          together.isNamed,
          "\(slip.step) = \(slip.formula), \(sheet.typing), beside \([first, second].map { "\($0.step) = \($0.formula)" }): \(together.words)\n\(answers)"
        )
      }
    }
    print("seed \(Self.seed + 1), XOR by hand: \(both) of \(pairs) slips named beside another")
  }

  /// What a step is told, and whether it is what happened there.
  private func reason(
    for slip: Slip, in answers: String
  ) throws -> (isNamed: Bool, isRight: Bool, words: [String]) {
    var marker = marker
    let feedback = marker.mark(try Submission(answers: answers))
    guard let step = feedback.step(slip.step) else { return (false, false, []) }
    let reasons = step.diagnosis.map { [$0] + $0.alternatives } ?? []
    let isNamed = try reasons.contains { reason in
      guard reason.step == nil || reason.step == slip.step, let formula = reason.formula else {
        return false
      }
      return try Self.agree(formula, slip.formula, exercise)
    }
    let isRight = step.points == step.outOf && step.diagnosis == nil
    return (isNamed, isRight, step.says.texts)
  }

  /// Whether two formulas come to the same on weights that nobody chose here.
  private static func agree(_ one: String, _ other: String, _ exercise: Exercise) throws -> Bool {
    var builder = exercise.builder
    let slots = try [one, other].map { try builder.side(try Formula($0)) }
    var values = Evaluation(builder.build())
    for given in exercise.givens { values.set(given.slot, to: given.value) }
    var random = SplitMix64(seed: 7)
    for choice in exercise.choices {
      let shape = exercise.program.shape(of: choice.slot)
      let entries = (0..<shape.count).map { _ in random.number(from: -1, to: 1) }
      values.set(choice.slot, to: Tensor(shape: shape, entries: entries))
    }
    values.run()
    slots.forEach { values.run($0) }
    let (mine, theirs) = (values.value(of: slots[0]), values.value(of: slots[1]))
    return mine.shape.count == theirs.shape.count
      && zip(mine.entries, theirs.entries).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0)) }
  }
}
