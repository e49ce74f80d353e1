import Exercises
import Formulas
import Numerics

/// A student who works an exercise out step by step, on paper and with a calculator.
struct Student {
  /// Whether an answer, once rounded for the page, is also what the student goes on with.
  enum Carrying: CaseIterable {
    case always
    case never
    case sometimes
  }

  let exercise: Exercise
  private var random: SplitMix64
  private let decimals: Int
  private var values: Evaluation
  /// What is answered in place of the value of a step.
  var slip: (step: Int, change: (Tensor) -> Tensor)?

  init(_ exercise: Exercise, seed: UInt64, decimals: Int) {
    self.exercise = exercise
    self.decimals = decimals
    random = SplitMix64(seed: seed)
    values = exercise.evaluation()
  }

  /// The answers to all steps, in the text format.
  mutating func answers(carrying: Carrying) -> String {
    var lines: [String] = []
    for slot in exercise.program.definitions {
      values.run(slot)
      guard let index = exercise.valueSteps.firstIndex(where: { $0.slot == slot }) else { continue }
      if let slip, slip.step == index { values.set(slot, to: slip.change(values.value(of: slot))) }
      let exact = values.value(of: slot)
      let typed = exact.written { Student.rounded($0, decimals) }
      lines.append("\(exercise.valueSteps[index].name) = \(typed)")
      let carries =
        switch carrying {
        case .always: true
        case .never: false
        case .sometimes: Bool.random(using: &random)
        }
      if carries {
        let numbers = exact.entries.map { Double(Student.rounded($0, decimals)) ?? 0 }
        values.set(slot, to: Tensor(shape: exact.shape, entries: numbers))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A number with so many decimals, and small ones with three significant digits at least.
  static func rounded(_ number: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    while abs(number) * scale < 100, number != 0, scale < 1e15 { scale *= 10 }
    return "\((number * scale).rounded() / scale)"
  }
}
