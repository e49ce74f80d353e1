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
    var best: (words: String, feedback: Feedback)?
    for choice in ChosenGuess.all(for: exercise) {
      chosen = own.map { ($0.name, choice.value($0.value)) }
      for guess in Guess.all(for: exercise) {
        // One number that happens to be right is luck; a function is right on many inputs.
        guard let feedback = marks(guess), feedback.guessed > (best?.feedback.guessed ?? 0),
          feedback.guessedSteps > 1 || exercise.steps.contains(where: \.isAnsweredInSwift)
        else { continue }
        best = (choice.words + guess.words, feedback)
      }
    }
    guard let best, best.feedback.guessed > AuthorTrial.mostGuessed * exercise.outOf + 1e-9,
      let step = zip(exercise.steps, best.feedback.steps).first(where: { $1.points > 0 })?.0
    else { return [] }
    return [
      AuthorFinding(
        .guessed, .guessed(best.words, best.feedback, of: exercise.outOf),
        at: step.place.lowerBound)
    ]
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

extension Feedback {
  /// The points but for those of foreseen mistakes, which their author has weighed.
  fileprivate var guessed: Double {
    steps.reduce(0) { $0 + ($1.diagnosis?.kind == .mistake ? 0 : $1.points) }
  }

  /// How many steps earn them.
  fileprivate var guessedSteps: Int {
    steps.count { $0.points > 0 && $0.diagnosis?.kind != .mistake }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func guessed(_ words: String, _ feedback: Feedback, of all: Double) -> String {
    let steps = feedback.steps.filter { $0.points > 0 && $0.diagnosis?.kind != .mistake }.map {
      "'\($0.name)'"
    }
    return "who only \(words) earns \(NumberText.shortest(feedback.guessed.withoutDust)) of "
      + "\(NumberText.shortest(all.withoutDust)) points, for " + steps.joined(separator: ", ")
  }
}
