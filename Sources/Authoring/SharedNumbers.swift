import Exercises
import Formulas
import LocatedJSON
import Marking
import Numerics

/// Answers to one exercise that stand in another, which students have at hand as well.
package struct SharedNumbers {
  private var answers: [Answer] = []
  private var given: [Given] = []

  fileprivate struct Answer {
    let exercise: String
    let step: ValueStep
    let value: Tensor
    let source: SourceText
  }

  private struct Given {
    let exercise: String
    let text: String
    let entries: [Double]
  }

  package init() {}

  /// Takes up an exercise whose key is right; one with numbers of everyone's own reveals nothing.
  package mutating func add(_ exercise: Exercise) {
    guard !exercise.hasOwnNumbers, exercise.choices.isEmpty else { return }
    let trial = AuthorTrial(exercise, draw: 0)
    answers += exercise.valueSteps.map { step in
      Answer(
        exercise: exercise.id, step: step, value: trial.key.value(of: step.slot),
        source: exercise.source)
    }
    let named = exercise.givens.map { given in
      Given(
        exercise: exercise.id, text: "'\(exercise.program.name(of: given.slot))'",
        entries: given.value.entries)
    }
    let stated = StatementParts(exercise.statement).values.map { part in
      Given(exercise: exercise.id, text: part.text, entries: part.value.entries)
    }
    given += (named + stated).filter { $0.entries.tells }
  }

  /// A warning at each step whose answer is given away elsewhere.
  package var warnings: [Problem] {
    answers.compactMap { answer -> Problem? in
      guard answer.value.entries.tells else { return nil }
      let other = given.first { $0.exercise != answer.exercise && answer.isIn($0.entries) }
      return other.map { other in
        Problem(
          .shared(answer.step.name, other.text, other.exercise), at: answer.step.place.lowerBound,
          in: answer.source, severity: .warning)
      }
    }
  }
}

extension SharedNumbers.Answer {
  func isIn(_ entries: [Double]) -> Bool {
    value.entries.count == entries.count
      && zip(entries, value.entries).allSatisfy { step.tolerance.accepts($0, for: $1) }
  }
}

extension [Double] {
  /// Whether nobody would have these numbers by chance: one of them has four digits.
  fileprivate var tells: Bool {
    contains { number in
      let digits = NumberText.general(abs(number), digits: 6).filter(\.isNumber)
      return digits.drop { $0 == "0" }.reversed().drop { $0 == "0" }.count >= 4
    }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func shared(_ step: String, _ text: String, _ other: String) -> String {
    "the answer of '\(step)' stands in exercise \(other): \(text)"
  }
}
