import Answers
import Diagnosis
import Exercises
import Formulas
import Marking
import Numerics
import TestSupport

/// Sheets with a few wrong answers each, of every sort: slips that people make, slips of the pen, other
/// values, chance; carried on or not, typed with more digits or fewer, and with answers left out.
struct WrongSheets {
  private let exercise: Exercise
  private let choices: String
  private let key: Evaluation
  private let slips: [[Tensor]]
  private var random: SplitMix64

  init(_ shipped: Shipped, seed: UInt64) throws {
    let exercise = try shipped.exercise()
    let model = try shipped.model()
    var key = exercise.evaluation()
    var lines: [String] = []
    for choice in exercise.choices {
      guard let answer = model.answers.first(where: { $0.name == choice.name }) else { continue }
      let typed = try TypedValue.read(answer, of: model).tensor
      // A bias of one unit may be typed as a number.
      let value = Tensor(
        shape: exercise.program.shape(of: choice.slot), entries: typed.entries)
      key.set(choice.slot, to: value)
      lines.append("\(choice.name) = \(value)\n")
    }
    key.run()
    let tutor = Tutor(exercise)
    slips = exercise.valueSteps.map { step in
      tutor.commonSlips(in: step, on: key).map(\.value)
    }
    self.exercise = exercise
    self.key = key
    choices = lines.joined()
    random = SplitMix64(seed: seed)
  }

  mutating func next() -> String {
    let steps = exercise.valueSteps
    let wrong = Set(
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Int.random(in: steps.indices, using: &random)
      })
    let carries = Bool.random(using: &random)
    let leavesOut = Int.random(in: 0..<3, using: &random) == 0
    let digits = Int.random(in: 2...7, using: &random)
    var values = key
    var text = choices
    for slot in exercise.program.definitions {
      if carries { values.run(slot) }
      guard let index = steps.firstIndex(where: { $0.slot == slot }) else { continue }
      var value = values.value(of: slot)
      if wrong.contains(index) {
        value = changed(value, index)
        if carries { values.set(slot, to: value) }
      } else if leavesOut, Bool.random(using: &random) {
        continue
      }
      let isCount = steps[index].tolerance == .exact
      let typed = value.written { isCount ? "\($0)" : Self.typed($0, digits) }
      text += "\(steps[index].name) = \(typed)\n"
    }
    return text
  }

  private mutating func changed(_ value: Tensor, _ index: Int) -> Tensor {
    let scale = max(value.scale, 1e-3)
    let entry = Int.random(in: value.entries.indices, using: &random)
    var one = value
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3:
      if let slip = slips[index].randomElement(using: &random) { return slip }
      return value.scaled(by: -1)
    case 4:
      one[entry] = -one[entry] + (one[entry] == 0 ? scale : 0)
      return one
    case 5: return value.scaled(by: [2, 0.5, 10, 0.1, 1.0 / 3].randomElement(using: &random) ?? 2)
    case 6:
      one[entry] += random.number(from: -1, to: 1) * scale
      return one
    case 7:
      let other = exercise.valueSteps.map(\.slot).filter {
        exercise.program.shape(of: $0) == value.shape
      }.randomElement(using: &random)
      return other.map { key.value(of: $0) } ?? value.scaled(by: -1)
    case 8:
      return Tensor(
        shape: value.shape,
        entries: value.entries.map { (($0 / scale * 20).rounded() * scale) / 20 })
    default:
      return Tensor(
        shape: value.shape,
        entries: value.entries.map { _ in random.number(from: -2, to: 2) * scale })
    }
  }

  /// A number with so many significant digits.
  private static func typed(_ number: Double, _ digits: Int) -> String {
    "\(NumberText.rounded(number, digits: digits))"
  }
}
