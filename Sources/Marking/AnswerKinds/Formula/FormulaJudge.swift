import Answers
import Diagnosis
import Exercises
import Formulas
import LocatedJSON

/// Judges one answer to a step that asks for a formula.
struct FormulaJudge {
  private let paper: AnsweredStep<FormulaTask>
  private let setting: MarkingContext

  init(_ paper: AnsweredStep<FormulaTask>, in setting: MarkingContext) {
    self.paper = paper
    self.setting = setting
  }

  private var task: FormulaTask { paper.task }

  var feedback: StepFeedback {
    guard let answer = paper.answer else { return paper.feedback(.unanswered) }
    guard let bench = task.bench(in: setting.exercise),
      bench.validPoints >= FormulaPoints.fewest
    else { return paper.feedback(.notRun, says: [.noKey]) }
    do {
      let reader = FormulaReader(bench)
      let result = try reader.read(answer, of: setting.submission)
      var feedback = verdict(on: result.formula, result.trial, bench)
      if result.isRespelled { feedback.says.append(.respelled(result.formula)) }
      return feedback
    } catch {
      return paper.feedback(.unreadable, says: [setting.submission.sentence(error)])
    }
  }

  private func verdict(
    on formula: Formula, _ trial: FormulaTrial, _ bench: FormulaBench
  ) -> StepFeedback {
    let comparison = FormulaComparison(trial, on: bench)
    if comparison.isRight { return right(formula) }
    for (alternative, other) in zip(task.also, bench.also) where comparison.isSame(as: other) {
      return paper.feedback(
        alternative.credit >= 1 ? .correct : .partial, credit: alternative.credit,
        says: ["\(authored: alternative.says)"])
    }
    for (mistake, other) in zip(task.mistakes, bench.mistakes) where comparison.isSame(as: other) {
      var feedback = paper.feedback(
        mistake.credit > 0 ? .partial : .incorrect, credit: mistake.credit,
        says: ["\(authored: mistake.says)"])
      let reason = FormulaTutor(task: task, bench: bench).reason(for: formula, comparison)
      feedback.diagnosis = Explanation(
        kind: .mistake, formula: mistake.formula.text, gists: reason?.diagnosis.gists ?? [])
      return feedback
    }
    return wrong(formula, trial, comparison, bench)
  }

  private func right(_ formula: Formula) -> StepFeedback {
    let count = formula.expression.operatorCount
    guard let form = task.form, count > form.operators else {
      return paper.feedback(.correct, credit: 1)
    }
    return paper.feedback(
      .partial, credit: form.credit, says: [.notSimplified(form.operators, count)])
  }

  private func wrong(
    _ formula: Formula, _ trial: FormulaTrial, _ comparison: FormulaComparison,
    _ bench: FormulaBench
  ) -> StepFeedback {
    var feedback = paper.feedback(.incorrect)
    let reason = FormulaTutor(task: task, bench: bench).reason(for: formula, comparison)
    feedback.diagnosis = reason?.diagnosis
    feedback.says = reason?.says.map { [$0] } ?? []
    if trial.shape != bench.keyShape {
      feedback.says.insert(.wrongShape(paper.heading.name, bench.keyShape, trial.shape), at: 0)
      return feedback
    }
    let report = FormulaWitness(task: task, bench: bench, comparison: comparison)
    feedback.evidence = report.evidence
    // The evidence tells both values.
    if feedback.evidence == nil, let sentence = report.sentence { feedback.says.append(sentence) }
    return feedback
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func respelled(_ formula: Formula) -> Message {
    "Your answer is read as \(visible: Quotation.shortened(formula.text))."
  }

  fileprivate static let noKey: Message =
    "The key of this step cannot be calculated at enough points; tell your instructor."

  fileprivate static func wrongShape(_ name: String, _ expected: Shape, _ found: Shape) -> Message {
    let advice =
      expected.rank == 2 && found.transposed == expected ? "; it looks transposed" : ""
    return "\(name: name) is \(expected), but your formula gives \(found)\(advice)."
  }
}
