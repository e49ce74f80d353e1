import Answers
import Exercises
import Formulas

/// The right answers of an exercise by another convention than its own.
struct ConventionKey: Sendable {
  /// A right answer by the convention.
  struct Answer: Sendable {
    let slot: Program.Slot
    /// The place of the step that asks for it.
    let step: Int
    /// What is written down.
    let value: Tensor
    /// Whether it would be wrong by the exercise's own convention.
    let isOther: Bool
  }

  let convention: Convention
  /// In the order of the program.
  let answers: [Answer]

  /// - Parameter key: The right values by the exercise's own convention.
  init(
    of exercise: Exercise, by convention: Convention, _ key: Evaluation,
    stepOfSlot: SlotPlaces
  ) {
    self.convention = convention
    var setting = convention.setting(of: exercise, key)
    var answers: [Answer] = []
    for slot in exercise.program.definitions {
      setting.values.run(slot)
      guard let quantity = exercise.quantity(of: slot) else { continue }
      convention.apply(quantity, slot, to: &setting)
      guard let index = stepOfSlot[slot], let step = exercise.steps[index].value else { continue }
      let value = convention.written(quantity, setting.values.value(of: slot))
      answers.append(
        Answer(
          slot: slot, step: index, value: value,
          isOther: !step.tolerance.accepts(value, for: key.value(of: slot))))
    }
    self.answers = answers
  }
}

extension Convention {
  /// Where a sheet begins that is written by the convention: with the given values as it reads them.
  func setting(of exercise: Exercise, _ key: Evaluation) -> Setting {
    let right = Setting(exercise: exercise, values: key)
    var setting = right
    for slot in exercise.program.inputs {
      guard let quantity = exercise.quantity(of: slot) else { continue }
      setting.values.set(slot, to: given(quantity, key.value(of: slot), right))
    }
    return setting
  }

  func apply(_ quantity: Quantity, _ slot: Program.Slot, to setting: inout Setting) {
    let value = computed(quantity, setting.values.value(of: slot), setting)
    setting.values.set(slot, to: value)
  }
}
