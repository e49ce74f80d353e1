import Exercises
import Formulas
import TestSupport

@testable import Answers
@testable import Marking

/// Model solutions of an exercise with something wrong in them.
struct Perturbations {
  let exercise: Exercise
  /// The values the model solution chooses, as they are typed.
  private let choices: String
  private let values: Evaluation

  init(_ shipped: Shipped) throws {
    exercise = try shipped.exercise()
    let model = try shipped.model()
    var values = exercise.evaluation()
    var lines: [String] = []
    for choice in exercise.choices {
      guard let answer = model.answers.first(where: { $0.name == choice.name }) else { continue }
      let value = try TypedValue.read(answer, of: model)
      // A bias of one unit may be typed as a number.
      values.set(
        choice.slot,
        to: Tensor(
          shape: exercise.program.shape(of: choice.slot), entries: value.tensor.entries))
      lines.append("\(choice.name) = \(value.tensor)")
    }
    values.run()
    choices = lines.joined(separator: "\n")
    self.values = values
  }

  /// The key with one step changed and nothing that follows from it.
  var alone: [(step: String, answers: String)] {
    exercise.valueSteps.map { step in
      let changed = Self.changed(values.value(of: step.slot), step)
      return (step.name, answers { $0.slot == step.slot ? changed : values.value(of: $0.slot) })
    }
  }

  /// The key with one step changed and everything worked out from there.
  var consistent: [(step: String, answers: String)] {
    exercise.valueSteps.map { step in
      var own = values
      for slot in exercise.program.definitions {
        own.run(slot)
        if slot == step.slot { own.set(slot, to: Self.changed(own.value(of: slot), step)) }
      }
      return (step.name, answers { own.value(of: $0.slot) })
    }
  }

  /// The key with sign, size or digits of one step wrong, which invites a diagnosis.
  var slipsOfThePen: [(step: String, answers: String)] {
    let slips: [(Double) -> Double] = [{ -$0 }, { $0 / 2 }, { ($0 * 100).rounded() / 100 }]
    return exercise.valueSteps.flatMap { step in
      slips.map { slip in
        let value = values.value(of: step.slot)
        let changed = Tensor(shape: value.shape, entries: value.entries.map(slip))
        return (step.name, answers { $0.slot == step.slot ? changed : values.value(of: $0.slot) })
      }
    }
  }

  /// What is said to the values; the answers of other kinds are left out of the submissions here.
  func onValues(_ feedback: Feedback) -> [StepFeedback] {
    let names = Set(exercise.valueSteps.map(\.name))
    return feedback.steps.filter { names.contains($0.name) }
  }

  private func answers(_ value: (ValueStep) -> Tensor) -> String {
    let lines = exercise.valueSteps.map { step in "\(step.name) = \(value(step))" }
    return choices + "\n" + lines.joined(separator: "\n")
  }

  /// A value that is wrong by an odd amount, a count by an odd whole one.
  private static func changed(_ value: Tensor, _ step: ValueStep) -> Tensor {
    let isCount = step.kind == CountKind.kind.step
    let entries = value.entries.map { isCount ? $0 + 1013 : $0 * 1.0371 + 0.01193 }
    return Tensor(shape: value.shape, entries: entries)
  }
}
