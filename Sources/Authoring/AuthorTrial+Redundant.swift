import Answers
import Diagnosis
import Exercises
import Formulas
import LocatedJSON
import Marking

extension AuthorTrial {
  /// The mistakes that earn nothing, and of which the tutor says by itself, and as a fact, what was
  /// done.
  mutating func redundantFindings() -> [AuthorFinding] {
    let tutor = Tutor(exercise)
    var findings: [AuthorFinding] = []
    for step in exercise.valueSteps where step.kind == ValueKind.kind.step {
      for mistake in step.mistakes where mistake.credit == 0 {
        guard let says = says(of: mistake, in: step, tutor) else { continue }
        findings.append(
          AuthorFinding(.redundant, .saidAnyway(says), at: mistake.place.lowerBound))
      }
    }
    return findings
  }

  /// What the tutor says of a mistake, typed with four digits on an otherwise right sheet; nil where
  /// it says nothing, several things, or something else.
  private mutating func says(
    of mistake: ValueStep.Alternative, in step: ValueStep, _ tutor: Tutor
  ) -> Message? {
    key.run(mistake.slot)
    let value = key.value(of: mistake.slot)
    guard value.isFinite else { return nil }
    let typed = value.asTyped(digits: SlipTable.digits)
    let wrong = Diagnostician.Case(
      step: step, value: typed, contexts: [key],
      replaced: SlotSet(exercise.valueSteps.map { $0.slot }),
      evidence: Evidence(typed, key: key.value(of: step.slot), step.tolerance))
    guard let reason = tutor.reason(for: wrong), reason.diagnosis.certainty == .sure,
      reason.diagnosis.step == nil, reason.diagnosis.edits.count == 1,
      let formula = reason.diagnosis.formula,
      let other = self.value(of: formula), other.shape == value.shape,
      zip(other.entries, value.entries).allSatisfy({ abs($0 - $1) <= 1e-9 * max(1, abs($1)) })
    else { return nil }
    return reason.says
  }

  /// What a formula comes to on the key's values.
  private func value(of text: String) -> Tensor? {
    var builder = exercise.builder
    guard let formula = try? Formula(text), let slot = try? builder.side(formula) else {
      return nil
    }
    var evaluation = Evaluation(builder.build())
    evaluation.adopt(key)
    evaluation.run(slot)
    return evaluation.value(of: slot)
  }
}

// MARK: - Messages

extension String {
  fileprivate static func saidAnyway(_ says: Message) -> String {
    "without this mistake the student is told: '\(says.text)'; it earns nothing, so it is needed "
      + "only if your words are better"
  }
}
