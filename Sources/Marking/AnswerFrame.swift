import Answers
import Exercises
import Formulas

/// What an exercise asks for, for whoever looks for the answers in a sheet.
///
/// It is the same for every sheet, and a class so that they share it.
final class AnswerFrame: Sendable {
  /// Something that is asked for.
  struct Place: Sendable {
    let name: String
    /// The shape asked for, and how a value is read; nil where the step's kind reads it by itself.
    let reader: (shape: Shape, read: AnswerKind.ValueReader)?
  }

  /// What an answer is for.
  enum Target: Hashable {
    case step(Int)
    case choice(Int)
  }

  /// The exercise's id.
  let exercise: String
  let steps: [Place]
  let choices: [Place]
  private let targets: [String: Target]

  init(_ exercise: Exercise) {
    self.exercise = exercise.id
    steps = exercise.steps.map { step in
      guard let value = step.value, let read = AnswerKinds.reader(for: step.kind) else {
        return Place(name: step.name, reader: nil)
      }
      return Place(name: step.name, reader: (exercise.program.shape(of: value.slot), read))
    }
    choices = exercise.choices.map { choice in
      Place(
        name: choice.name, reader: (exercise.program.shape(of: choice.slot), ValueKind.read))
    }
    let pairs =
      steps.enumerated().map { ($0.element.name, Target.step($0.offset)) }
      + choices.enumerated().map { ($0.element.name, Target.choice($0.offset)) }
    targets = Dictionary(firstOf: pairs)
  }

  /// What an answer of exactly that name is for.
  ///
  /// - Parameter place: Where it stands in its sheet: most sheets have the steps' own order, and then
  ///   no name need be hashed.
  func target(named name: String, at place: Int? = nil) -> Target? {
    if let place, place < steps.count, steps[place].name == name { return .step(place) }
    return targets[name]
  }

  func name(of target: Target) -> String { place(of: target).name }

  /// The shape asked for, and how a value is read; nil where the step's kind reads it by itself.
  func reader(of target: Target) -> (shape: Shape, read: AnswerKind.ValueReader)? {
    place(of: target).reader
  }

  /// Whether every answer is read as a value, and none is left to its kind.
  var readsEveryStep: Bool { steps.allSatisfy { $0.reader != nil } }

  /// Whether what stands under or behind a name is to be spoken of even where it cannot be read.
  func takes(_ guess: Guess) -> Bool { guess.extends || target(named: guess.answer.name) != nil }

  /// Every name, in the exercise's order.
  var everyName: [String] { (steps + choices).map { $0.name } }

  /// Every name, for those that are spelled otherwise.
  var names: NameTable { NameTable(everyName) }

  private func place(of target: Target) -> Place {
    switch target {
    case .step(let index): steps[index]
    case .choice(let index): choices[index]
    }
  }
}
