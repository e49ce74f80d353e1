import Exercises
import Formulas
import Testing

@testable import Diagnosis
@testable import Marking

@Suite("Finite-difference evidence")
struct SlopeEvidenceTests {
  /// L(w) = (w₁² + 3 w₂)³ / 8 and its gradient, which is asked for.
  private func exercise(_ members: String = "") throws -> Exercise {
    try Exercise.sample(
      #"""
      "given": { "w": [1.25, 0.5] },
      "define": { "L": "(w[1]^2 + 3 * w[2])^3 / 8" },
      "steps": [ { "name": "g", "formula": "grad(L, w)" \#(members) } ],
      "checks": [ { "gradient": "g", "of": "L", "by": "w" } ]
      """#)
  }

  private func evidence(_ answers: String, _ exercise: Exercise) throws -> SlopeEvidence {
    try #require(try exercise.feedback(on: answers).steps.compactMap(\.evidence).first)
  }

  @Test("The worst entry, the loss on both sides, the slope and what was given are told")
  func words() throws {
    let evidence = try evidence("g = [8.7925, 4.71]", exercise())
    #expect(evidence.entry == [2])
    #expect(evidence.given == 4.71)
    #expect(evidence.slope == 10)
    #expect(!evidence.isAtKink)
    #expect(
      evidence.says.text
        == "Evidence: with w[2] moved by −0.01 and +0.01 the loss is 3.5 and 3.7, a slope of about 10; you have 4.71."
    )
  }

  @Test("Entries are counted from 0 where the exercise does")
  func indices() throws {
    let exercise = try Exercise.sample(AnsweredStep.named("diagonal flip 4-3-4").members)
    #expect(try evidence("db2 = [-0.625, -0.3875, 0.1875, 0.9]", exercise).entry == [3])
  }

  @Test("The loss is not told where it is asked for and not yet right")
  func hiddenLoss() throws {
    let paper = AnsweredStep.named("2-2-2 tanh")
    let exercise = try Exercise.sample(paper.members)
    let wrong = "dW2 = [[0.3, 0.5], [0.2, 0.1]]"
    let evidence = try evidence(answers(paper, without: ["L", "dW2"]) + wrong, exercise)
    #expect(
      evidence.says.text
        == "Evidence: when W2[1, 1] moves from −0.01 to +0.01 about its value, the loss falls by about 0.009, a slope of about −0.4; you have 0.3."
    )
  }

  /// The right answers but for some: where a step is open, a slope may happen to be right in it.
  private func answers(_ paper: AnsweredStep, without names: Set<String>) -> String {
    Corpus(typing: .decimals(6), carriesRounded: false).rightAnswers(paper)
      .split(separator: "\n")
      .filter { line in !names.contains { line.hasPrefix($0 + " ") } }
      .map { $0 + "\n" }.joined()
  }

  @Test("No number is told that is right in another step still open")
  func otherAnswers() throws {
    let exercise = try Exercise.sample(AnsweredStep.named("2-2-2 tanh").members)
    #expect(
      try evidence("dW2 = [[0.3, 0.5], [0.2, 0.1]]", exercise).says.text
        == "Evidence: when W2[1, 1] grows, the loss falls, but you have 0.3.")
  }

  @Test("The direction is told where no number can be")
  func comparisons() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "w": [0.5, 0.25, 1] }, "define": { "L": "w[1] * 2 - w[2] * 3" },
      "steps": [ { "name": "g", "formula": "grad(L, w)" } ],
      "checks": [ { "gradient": "g", "of": "L", "by": "w" } ]
      """#)
    #expect(
      try evidence("g = [5, -3, 0]", exercise).says.text
        == "Evidence: moving w[1] changes the loss less than your 5 says.")
    #expect(
      try evidence("g = [2, -1, 0]", exercise).says.text
        == "Evidence: moving w[2] changes the loss more than your −1 says.")
    #expect(
      try evidence("g = [2, 3, 0]", exercise).says.text
        == "Evidence: when w[2] grows, the loss falls, but you have 3.")
    #expect(
      try evidence("g = [2, -3, 1]", exercise).says.text
        == "Evidence: moving w[3] does not change the loss, but you have 1.")
    #expect(try evidence("g = [2, 3, 0]", exercise).slope == nil)
  }

  @Test("At a kink no slope is claimed")
  func kink() throws {
    let exercise = try Exercise.sample(
      #"""
      "given": { "w": [0, 1] }, "define": { "L": "sum(relu(w))" },
      "steps": [ { "name": "g", "formula": "grad(L, w)" } ],
      "checks": [ { "gradient": "g", "of": "L", "by": "w" } ]
      """#)
    let evidence = try evidence("g = [0.73, 1]", exercise)
    #expect(evidence.isAtKink)
    #expect(evidence.slope == nil)
    #expect(evidence.remainderOrder == nil)
    #expect(
      evidence.says.text
        == "At w[1] the loss has a kink: any value between its two one-sided slopes is fair there, so the exercise's own agreement decides."
    )
  }

  @Test("Error signals of a batch are per sample")
  func perSample() throws {
    let paper = AnsweredStep.named("XOR batch")
    let exercise = try Exercise.sample(paper.members)
    let wrong = "delta2 = [[0.5, -0.1, -0.1, 0.1]]"
    let evidence = try evidence(answers(paper, without: ["L", "delta2"]) + wrong, exercise)
    #expect(
      evidence.says.text
        == "Evidence: when Z2[1, 1] moves from −0.01 to +0.01 about its value, the loss rises by about 0.0007, a slope of about 0.1 (per sample); you have 0.5."
    )
  }

  @Test("A right answer, and one that is no gradient, has no evidence")
  func noEvidence() throws {
    let exercise = try Exercise.sample(AnsweredStep.named("2-2-2 tanh").members)
    let feedback = try exercise.feedback(on: "a1 = [0.3, 0.4]\nL = 7")
    #expect(feedback.steps.allSatisfy { $0.evidence == nil })
  }

  @Test(
    "The Taylor remainder is of order 2 for right gradients, 1 for wrong ones", arguments: smooth)
  func remainderOrder(_ index: Int) throws {
    let paper = AnsweredStep.all[index]
    let exercise = try Exercise.sample(paper.members)
    var key = exercise.evaluation()
    for choice in exercise.choices {
      let entries = paper.givens[choice.name]?.entries ?? []
      key.set(
        choice.slot, to: Tensor(shape: exercise.program.shape(of: choice.slot), entries: entries))
    }
    key.run()
    var (right, wrong) = (0, 0)
    for check in exercise.gradientChecks {
      let loss = try #require(exercise.program.slot(named: check.loss))
      let parameter = try #require(exercise.program.slot(named: check.parameter))
      let gradient = try #require(exercise.program.slot(named: check.gradient))
      for entry in 0..<exercise.program.shape(of: parameter).count {
        let nudge = Nudge(parameter, entry: entry, loss: loss, in: key)
        let slope = key.entry(entry, of: gradient) / check.factor
        if let order = nudge.remainderOrder(ofClaim: slope) {
          #expect((1.9...2.1).contains(order), "\(paper) \(check.parameter) \(entry)")
          right += 1
        }
        for claim in [slope * 1.1 + 0.01, -slope - 0.02, slope + 0.3] {
          guard let order = nudge.remainderOrder(ofClaim: claim) else { continue }
          #expect((0.9...1.2).contains(order), "\(paper) \(check.parameter) \(entry)")
          wrong += 1
        }
      }
    }
    #expect(right > 0 && wrong > 0)
  }

  /// The networks without a kink.
  static let smooth = AnsweredStep.all.indices.filter {
    !AnsweredStep.all[$0].curves.contains(.relu)
  }
}
