import Answers
import Diagnosis
import Exercises
import Formulas
import Marking

/// The hints to a step, each saying more than the one before.
///
/// First come the author's, then the equation, then the shape of the working. Before them stand those
/// to a wrong answer whose reason is known: where to look, what kind of slip it is, and the slip.
package struct HintLadder: Sendable {
  /// The hints to the answer that was given; none where it is right or nobody knows why it is wrong.
  package let onAnswer: [Hint]
  /// The hints to the step, whatever was answered.
  package let rungs: [Hint]

  /// - Parameter answer: What was said of the answer; nil where there is none.
  package init(_ step: Step, in exercise: Exercise, after answer: StepFeedback? = nil) {
    onAnswer = answer.map { HintLadder.hints(on: $0, to: step, in: exercise) } ?? []
    var rungs = step.hints.map(Hint.author)
    if let sentence = step.equation.flatMap({ ChapterEquation.sentence($0, in: exercise) }) {
      rungs.append(.equation(sentence))
    }
    let shape = step.value.map { HintLadder.shape(of: $0, in: exercise) } ?? []
    if !shape.isEmpty { rungs.append(.shape(shape)) }
    self.rungs = rungs
  }

  private static func hints(
    on answer: StepFeedback, to step: Step, in exercise: Exercise
  ) -> [Hint] {
    guard answer.status == .incorrect || answer.status == .partial,
      let diagnosis = answer.diagnosis
    else { return [] }
    // Where a shape is wrong as well, that is said first, and the reason last.
    let slip = step.value == nil ? answer.says.first : answer.says.last
    let told = slip.flatMap { holdsFormula($0, of: step, in: exercise) ? nil : $0 }
    return (SlipHints(diagnosis, to: step.value, in: exercise).messages + [told].compactMap { $0 })
      .map { .slip($0) }
  }

  /// Whether words hold the whole formula of a step: that is more than a hint.
  private static func holdsFormula(
    _ words: Message, of step: Step, in exercise: Exercise
  ) -> Bool {
    guard let formula = step.value.flatMap({ exercise.program.formula(of: $0.slot) })?.expression,
      !formula.children.isEmpty
    else { return false }
    return words.formulas.contains(FormulaWriter(exercise).text(formula))
  }

  private static func shape(of step: ValueStep, in exercise: Exercise) -> [String] {
    let program = exercise.program
    guard let formula = program.formula(of: step.slot), !formula.expression.isNumber else {
      return []
    }
    let key = key(of: step, in: exercise)
    // Dots and signs alone are no help.
    if formula.expression.names.isEmpty { return [] }
    var working = Working(exercise.evaluation(), builder: exercise.builder) { _ in "" }
    func equation(_ name: String, _ formula: Formula) -> String {
      let shape = formula.expression.leavingOutNumbers(key)
      return "\(Expression.Spelling.mathematical.name(name)) = "
        + shape.written(.mathematical) { working.isNumber($0) }
    }
    var shown = [equation(step.name, formula)]
    for name in formula.expression.names {
      guard let slot = program.slot(named: name), let formula = program.formula(of: slot),
        !exercise.valueSteps.contains(where: { $0.slot == slot })
      else { continue }
      shown.append(equation(program.name(of: slot), formula))
    }
    return shown
  }

  /// The right numbers, where they do not depend on who the student is or chooses.
  private static func key(of step: ValueStep, in exercise: Exercise) -> [Double] {
    guard exercise.choices.isEmpty, !exercise.isUndealt else { return [] }
    var evaluation = exercise.evaluation()
    evaluation.run()
    return evaluation.value(of: step.slot).entries
  }
}

// MARK: - Numbers

extension HintLadder {
  /// A hint with its number among those of its kind.
  package struct Numbered {
    package let hint: Hint
    package let number: Int
    package let count: Int
    /// Whether it is about what was answered.
    package let isOnAnswer: Bool
  }

  /// So many hints from the first on, those to the answer before those to the step.
  package func first(_ most: Int) -> [Numbered] {
    func numbered(_ hints: [Hint], _ isOnAnswer: Bool) -> [Numbered] {
      hints.enumerated().map { index, hint in
        Numbered(hint: hint, number: index + 1, count: hints.count, isOnAnswer: isOnAnswer)
      }
    }
    return Array((numbered(onAnswer, true) + numbered(rungs, false)).prefix(most))
  }

  /// Whether no hint comes after it.
  package func isLast(_ hint: Numbered) -> Bool {
    hint.number == hint.count && (!hint.isOnAnswer || rungs.isEmpty)
  }
}
