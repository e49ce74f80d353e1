import Exercises
import Formulas

/// The hints to a step, each saying more than the one before.
///
/// First come the author's, then the equation, then the shape of the working.
package struct HintLadder: Sendable {
  package let rungs: [Hint]

  package init(_ step: Step, in exercise: Exercise) {
    var rungs = step.hints.map(Hint.author)
    if let equation = step.equation {
      rungs.append(.equation(ChapterEquation.sentence(equation, in: exercise)))
    }
    let shape = step.value.map { HintLadder.shape(of: $0, in: exercise) } ?? []
    if !shape.isEmpty { rungs.append(.shape(shape)) }
    self.rungs = rungs
  }

  private static func shape(of step: ValueStep, in exercise: Exercise) -> [Hint.NamedFormula] {
    let program = exercise.program
    guard let formula = program.formula(of: step.slot), !formula.expression.isNumber else {
      return []
    }
    let key = key(of: step, in: exercise)
    var shown = [Hint.NamedFormula(step.name, formula, hiding: key)]
    for name in formula.expression.names {
      guard let slot = program.slot(named: name), let formula = program.formula(of: slot),
        !exercise.valueSteps.contains(where: { $0.slot == slot })
      else { continue }
      shown.append(Hint.NamedFormula(program.name(of: slot), formula, hiding: key))
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

extension Hint.NamedFormula {
  fileprivate init(_ name: String, _ formula: Formula, hiding key: [Double]) {
    self.init(name: name, formula: formula.expression.leavingOutNumbers(key))
  }
}
