import Exercises
import Formulas
import Testing

@testable import Answers
@testable import Diagnosis
@testable import Marking

@Suite("Explanation of what learners get wrong")
struct LearnersSlipsTests {
  @Test(
    "What is named holds on other numbers too",
    arguments: [
      (Typing.decimals(6), 0.95), (.decimals(4), 0.94), (.significant(3), 0.92),
    ])
  func named(_ typing: Typing, _ share: Double) throws {
    var (named, wrong, missed) = (0, [String](), [String]())
    for slip in LearnersSlip.all {
      switch try slip.outcome(typing) {
      case .named: named += 1
      case .wronglyNamed(let says): wrong.append("\(slip): \(says)")
      case .unnamed: missed.append("\(slip)")
      case .right: break
      }
    }
    let total = named + wrong.count + missed.count
    print("learners' slips, \(typing): \(named) of \(total) named, \(wrong.count) wrongly")
    #expect(Double(named) >= share * Double(total), "\((missed + wrong).joined(separator: "\n"))")
    #expect(Double(wrong.count) <= 0.02 * Double(total), "\(wrong.joined(separator: "\n"))")
  }
}

extension LearnersSlip {
  fileprivate enum Outcome {
    case named, unnamed, right
    case wronglyNamed(String)
  }

  fileprivate func outcome(_ typing: Typing) throws -> Outcome {
    let marker = try Marker.shared("learners \(network)") {
      let first = network.hasPrefix("batch") ? "Z1" : "z1"
      let exercise = try Exercise.sample(
        LearnersSlip.members(network) + ", \"steps\": [{ \"name\": \"\(first)\" }]")
      let steps = exercise.program.definitions.map { exercise.program.name(of: $0) }
        .map { "{ \"name\": \"\($0)\" }" }.joined(separator: ", ")
      return Marker(
        try Exercise.sample(LearnersSlip.members(network) + ", \"steps\": [\(steps)]"))
    }
    let (mine, other) = ("\(self)", "another \(self)")
    var answers = "student: \(mine)\n"
    let dealt = marker.exercise.dealt(to: mine)
    var evaluation = dealt.evaluation()
    evaluation.run()
    for slot in dealt.program.definitions {
      let name = dealt.program.name(of: slot)
      if name == step { break }
      answers += "\(name) = \(evaluation.value(of: slot).written(typing.text))\n"
    }
    answers += "\(step) = \(try value(formula, mine, dealt).written(typing.text))\n"
    var own = marker
    let feedback = own.mark(try Submission(answers: answers)).step(step)
    guard let feedback, feedback.status != .correct else { return .right }
    guard let diagnosis = feedback.diagnosis else { return .unnamed }
    let slip = try value(formula, other, marker.exercise)
    for reason in [diagnosis] + diagnosis.alternatives {
      guard reason.step == nil, let text = reason.formula else { continue }
      let named = try value(text, other, marker.exercise)
      if named.shape.count == slip.shape.count,
        zip(named.entries, slip.entries).allSatisfy({
          abs($0 - $1) <= 1e-9 * max(1, abs($0))
        })
      {
        return .named
      }
    }
    return .wronglyNamed(feedback.says.texts.joined(separator: " "))
  }

  /// What a formula comes to on the numbers of a student.
  private func value(_ formula: String, _ student: String, _ exercise: Exercise) throws -> Tensor {
    var builder = exercise.builder
    let slot = try builder.side(try Formula(formula))
    var evaluation = Evaluation(builder.build())
    for given in exercise.dealt(to: student).givens { evaluation.set(given.slot, to: given.value) }
    evaluation.run()
    evaluation.run(slot)
    return evaluation.value(of: slot)
  }
}
