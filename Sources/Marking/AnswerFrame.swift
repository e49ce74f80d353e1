import Answers
import Exercises
import Formulas

/// What an exercise asks for, for whoever looks for the answers in a sheet.
struct AnswerFrame {
  let exercise: Exercise
  let steps: [String: Int]
  let choices: [String: Int]
  let readers: [AnswerKind.ValueReader?]

  /// What an answer is for.
  enum Target: Hashable {
    case step(Int)
    case choice(Int)
  }

  /// What an answer of exactly that name is for.
  func target(named name: String) -> Target? {
    steps[name].map { .step($0) } ?? choices[name].map { .choice($0) }
  }

  func name(of target: Target) -> String {
    switch target {
    case .step(let index): exercise.steps[index].name
    case .choice(let index): exercise.choices[index].name
    }
  }

  /// The shape asked for, and how a value is read; nil where the step's kind reads it by itself.
  func reader(of target: Target) -> (Shape, AnswerKind.ValueReader)? {
    switch target {
    case .step(let index):
      guard let value = exercise.steps[index].value, let read = readers[index] else { return nil }
      return (exercise.program.shape(of: value.slot), read)
    case .choice(let index):
      return (exercise.program.shape(of: exercise.choices[index].slot), ValueKind.read)
    }
  }

  /// Whether what stands under or behind a name is to be spoken of even where it cannot be read.
  func takes(_ guess: Guess) -> Bool { guess.extends || target(named: guess.answer.name) != nil }

  /// Every name, for those that are spelled otherwise.
  var names: NameTable {
    NameTable(exercise.steps.map { $0.name } + exercise.choices.map { $0.name })
  }
}
