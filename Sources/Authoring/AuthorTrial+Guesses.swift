import Exercises
import Formulas
import FunctionMarking
import LocatedJSON
import Marking
import Numerics

extension AuthorTrial {
  /// The largest share of the points that may be had without knowing anything.
  private static let mostGuessed = 0.1

  /// Where a sheet that is filled in without knowing anything earns more than a tenth of the points.
  mutating func guessedFindings() -> [AuthorFinding] {
    marker.explains = false
    let own = chosen
    defer {
      marker.explains = true
      chosen = own
    }
    var best: (words: String, earned: [Earned], beyondLuck: Double)?
    for choice in ChosenGuess.all(for: exercise) {
      chosen = own.map { ($0.name, choice.value($0.value)) }
      for guess in Guess.all(for: exercise) {
        guard let earned = marks(guess).map(earnings(of:)), isMoreThanLuck(earned, by: guess) else {
          continue
        }
        let beyondLuck = earned.points - luck(of: guess)
        if beyondLuck <= best?.beyondLuck ?? 0 { continue }
        best = (choice.words + guess.words, earned, beyondLuck)
      }
    }
    guard let best, best.beyondLuck > AuthorTrial.mostGuessed * exercise.outOf + 1e-9,
      let first = best.earned.first
    else { return [] }
    return [
      AuthorFinding(
        .guessed, .guessed(best.words, best.earned, of: exercise.outOf),
        at: first.step.place.lowerBound)
    ]
  }

  /// Where guessing has points, but for foreseen mistakes, whose author has weighed what they earn.
  ///
  /// Of what is picked, only words are foreseen and no points.
  private func earnings(of feedback: Feedback) -> [Earned] {
    zip(exercise.steps, feedback.steps).compactMap { step, marks in
      let isForeseen = marks.diagnosis?.kind == .mistake && control(of: step) == nil
      return marks.points > 0 && !isForeseen ? Earned(step: step, points: marks.points) : nil
    }
  }

  /// Whether it is not one number or one option alone that happens to be right; a function is right
  /// on many inputs, and an order has many places.
  private func isMoreThanLuck(_ earned: [Earned], by guess: Guess) -> Bool {
    earned.count > guess.luckySteps
      || earned.contains { $0.step.isAnsweredInSwift || control(of: $0.step)?.luck == 0 }
  }

  /// The points that a guess earns on average where one pick is as good as any other.
  private func luck(of guess: Guess) -> Double {
    exercise.steps.reduce(0) { sum, step in
      guard let control = control(of: step), guess.pick(control) != nil else { return sum }
      return sum + control.luck * step.points
    }
  }

  private func control(of step: Step) -> AnswerControl? {
    step.assignment?.control(exercise.student ?? "")
  }

  private mutating func marks(_ guess: Guess) -> Feedback? {
    var answers: [(name: String, answer: Written)] = []
    for (place, step) in exercise.steps.enumerated() {
      if let written = answer(guess, to: step, at: place) { answers.append((step.name, written)) }
    }
    guard let function = guess.function, exercise.steps.contains(where: \.isAnsweredInSwift) else {
      return answers.isEmpty ? nil : marks(answers)
    }
    var other = self
    other.marker = Marker(exercise, tools: MarkingTools(code: bench(function)))
    other.marker.explains = function.isLoss
    return other.marks(answers, program: "// nothing")
  }

  private func answer(_ guess: Guess, to step: Step, at place: Int) -> Written? {
    if let value = step.value {
      return guess.value(exercise.program.shape(of: value.slot), place)
    }
    if let control = control(of: step) { return guess.pick(control).map { .text($0) } }
    if step.assignment?.asksForText == true { return guess.text.map { .text($0) } }
    if step.kind == FormulaKind.kind.step { return guess.formula.map { .text($0) } }
    return nil
  }

  /// Functions that return what is guessed, without anything being compiled.
  private func bench(_ guess: GuessedFunction) -> FunctionRunner {
    let tasks = exercise.steps.filter(\.isAnsweredInSwift).compactMap { step in
      step.assignment?.record.reading.flatMap { CodeTask($0) }
    }
    return FunctionRunner { job in
      var report = FunctionReport(.succeeded)
      report.outcomes = job.calls.map { call in
        let signature = job.functions[call.function]
        guard let task = tasks.first(where: { $0.signature == signature }) else { return .notMade }
        var key = CodeKey.Evaluator(task.key, signature, indexBase: task.indexBase)
        guard case .success(let right) = key.value(of: call.arguments) else { return .notMade }
        return .returned(guess.result(signature, call.arguments, right))
      }
      return report
    }
  }
}

/// What is chosen where values are the student's to choose.
struct ChosenGuess {
  /// What is done, as the beginning of what a guess is called.
  let words: String
  /// What is chosen in the place of a value that was drawn.
  let value: (Tensor) -> Tensor

  static func all(for exercise: Exercise) -> [ChosenGuess] {
    let drawn = ChosenGuess(words: "", value: { $0 })
    if exercise.choices.isEmpty { return [drawn] }
    return [drawn]
      + [0, 1, 1e-12].map { number in
        ChosenGuess(words: "chooses \(number) for everything and ") { drawn in
          Tensor(shape: drawn.shape, entries: drawn.entries.map { _ in number })
        }
      }
  }
}

/// A step at which guessing has earned something.
private struct Earned {
  let step: Step
  let points: Double
}

extension [Earned] {
  fileprivate var points: Double { reduce(0) { $0 + $1.points } }
}

// MARK: - Messages

extension String {
  fileprivate static func guessed(_ words: String, _ earned: [Earned], of all: Double) -> String {
    "who only \(words) earns \(NumberText.shortest(earned.points.withoutDust)) of "
      + "\(NumberText.shortest(all.withoutDust)) points, for "
      + earned.map { "'\($0.step.name)'" }.joined(separator: ", ")
  }
}
