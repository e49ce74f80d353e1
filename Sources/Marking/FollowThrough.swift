import Answers
import Diagnosis
import Exercises
import Formulas
import Numerics

/// The way through an exercise on the student's own values.
///
/// Every value is computed twice, in the order of the program: once on all the student's earlier
/// answers, and once on the slips alone, with exact values from there on, as a student does who
/// rounds on paper but not in the calculator. An answer that either reproduces is consistent.
struct FollowThrough {
  let marker: Marker
  let sheet: AnswerSheet
  private(set) var marks: [StepFeedback?]
  /// The key.
  package private(set) var reference: Evaluation
  /// On all earlier answers.
  private(set) var own: Evaluation
  /// On the earlier answers that do not follow from those before them.
  private(set) var carried: Evaluation
  /// As `carried`, but a wrong answer whose reason is known has all its digits.
  private var understood: Evaluation
  let tutor: Tutor
  /// The steps whose answers stand in the place of the computed values.
  private(set) var replaced = SlotSet()
  /// Whether any of those answers differs from the key.
  private(set) var hasSlip = false
  /// What stands behind the answer at hand, which its verdict asks for again and again.
  private(set) var behind: Behind?
  /// What the answer at hand was worked out to be, where a reason tells.
  private var workedOut: Tensor?
  /// The wrong answers without a reason.
  private var unexplained: [(index: Int, wrong: Diagnostician.Case)] = []

  /// The answered steps behind a value.
  struct Behind {
    let slot: Program.Slot
    /// See ``FollowThrough/answeredSources(of:)``.
    let answered: [Int]
    /// See ``FollowThrough/hollowSources(of:)``.
    let hollow: [ValueStep]
  }

  var exercise: Exercise { marker.exercise }

  init(marker: Marker, tutor: Tutor, sheet: AnswerSheet, marks: [StepFeedback?]) {
    self.marker = marker
    self.tutor = tutor
    self.sheet = sheet
    self.marks = marks
    reference = marker.reference
    own = marker.reference
    carried = marker.reference
    understood = marker.reference
  }

  /// The verdicts, with those added that need a look at earlier answers.
  mutating func followed() -> [StepFeedback?] {
    for slot in exercise.program.definitions {
      own.run(slot)
      carried.run(slot)
      if hasSlip { understood.run(slot) }
      guard let index = marker.stepOfSlot[slot] else { continue }
      guard let step = exercise.steps[index].value else { continue }
      let reading = sheet.steps[index]
      workedOut = nil
      if marks[index] == nil {
        let answered = answeredSources(of: slot)
        behind = Behind(slot: slot, answered: answered, hollow: hollowSources(answered))
        marks[index] = verdict(on: reading, step)
        behind = nil
      }
      guard case .value(let value) = reading else { continue }
      own.set(slot, to: value.tensor)
      if !stands(value, for: carried, at: slot, step) {
        let isRight = stands(value, for: reference, at: slot, step)
        carried.set(slot, to: isRight ? reference.value(of: slot) : value.tensor)
        if !isRight {
          hasSlip = true
          let isContinued = marks[index]?.status == .followsThrough
          if !isContinued { understood.set(slot, to: workedOut ?? value.tensor) }
        } else {
          understood.set(slot, to: reference.value(of: slot))
        }
      }
      replaced.insert(slot)
    }
    explainTogether()
    return marks
  }

  /// Looks once more at the answers without a reason, beside what was found in others.
  private mutating func explainTogether() {
    if unexplained.isEmpty { return }
    let habits = zip(exercise.steps, marks).compactMap { step, mark in
      step.value.flatMap { value in
        mark?.diagnosis.flatMap { Habit(of: $0, at: value.slot, in: exercise) }
      }
    }
    let reasons = tutor.reasons(for: unexplained.map { $0.wrong }, after: Set(habits))
    for ((index, _), reason) in zip(unexplained, reasons) {
      guard let reason else { continue }
      marks[index]?.says = [reason.says]
      marks[index]?.diagnosis = reason.diagnosis
    }
  }

  /// Whether an answer may be what a value looks like on paper, however few its digits.
  private func stands(
    _ value: TypedValue, for evaluation: Evaluation, at slot: Program.Slot, _ step: ValueStep
  ) -> Bool {
    marker.agrees(value, with: evaluation, at: slot, step.tolerance)
      || value.isCoarse(for: evaluation, at: slot, step.tolerance)
  }

  // MARK: Verdicts

  private mutating func verdict(on reading: AnswerSheet.Reading, _ step: ValueStep) -> StepFeedback
  {
    var feedback = StepFeedback(
      name: step.name, status: .incorrect, points: 0, outOf: step.points)
    switch reading {
    case .unanswered, .unreadable, .raw: return feedback
    case .wrongShape(let value):
      if let alternative = alternative(in: step.mistakes, matching: value, step) {
        return credited(feedback, alternative, value, step)
      }
      return wronglyShaped(value, step, feedback)
    case .value(let value):
      if let alternative = alternative(in: step.also, matching: value, step) {
        feedback.status = alternative.credit >= 1 ? .correct : .partial
        feedback.points = step.points * alternative.credit
        feedback.says = ["\(authored: alternative.says)"]
        return feedback
      }
      let routes = consistentRoutes(value, step)
      if let followed = followThrough(value, by: routes, step, feedback) { return followed }
      if let alternative = alternative(in: step.mistakes, matching: value, step) {
        return credited(feedback, alternative, value, step)
      }
      if let emptied = emptied(by: routes, step, feedback) { return emptied }
      guard let coarse = coarse(value, step, feedback) else { return wrong(value, step, feedback) }
      let exact = TypedValue(exactly: value.tensor)
      return slip(giving: exact, step).map { wrong(exact, step, feedback, $0) } ?? coarse
    }
  }

  private func credited(
    _ feedback: StepFeedback, _ mistake: ValueStep.Alternative, _ value: TypedValue,
    _ step: ValueStep
  ) -> StepFeedback {
    var feedback = feedback
    feedback.status = mistake.credit > 0 ? .partial : .incorrect
    feedback.points = feedback.outOf * mistake.credit
    feedback.says = ["\(authored: mistake.says)"]
    feedback.diagnosis = Explanation(
      kind: .mistake, formula: mistake.formula.text, gists: gists(of: mistake, value, step))
    return feedback
  }

  /// What an author's mistake is called wherever it is made.
  private func gists(
    of mistake: ValueStep.Alternative, _ value: TypedValue, _ step: ValueStep
  ) -> [Message] {
    guard marker.explains, let value = value.fitted(to: exercise.program.shape(of: mistake.slot))
    else { return [] }
    let context = [reference, own, carried].first {
      marker.agrees(value, with: $0, at: mistake.slot, step.tolerance)
    }
    return context.map {
      tutor.gists(
        ofMistake: $0.value(of: mistake.slot), at: step, on: $0, replaced: replaced)
    } ?? []
  }

  /// The first alternative that the answer equals, on the key's values or on the student's own.
  private mutating func alternative(
    in list: [ValueStep.Alternative], matching value: TypedValue, _ step: ValueStep
  ) -> ValueStep.Alternative? {
    if list.isEmpty { return nil }
    let isHollow = !hollowSources(of: step.slot).isEmpty
    for alternative in list {
      guard let value = value.fitted(to: exercise.program.shape(of: alternative.slot)) else {
        continue
      }
      reference.run(alternative.slot)
      own.run(alternative.slot)
      carried.run(alternative.slot)
      let key = reference.value(of: alternative.slot)
      for evaluation in isHollow ? [reference] : [reference, own, carried]
      where marker.agrees(value, with: evaluation, at: alternative.slot, step.tolerance)
        && !isTrivial(evaluation.value(of: alternative.slot), where: key)
      {
        let found = evaluation.value(of: alternative.slot)
        workedOut = found.shape == exercise.program.shape(of: step.slot) ? found : nil
        return alternative
      }
    }
    return nil
  }

  /// The one slip that gives exactly these numbers, which few digits of the right ones would be.
  ///
  /// Numbers may be both, as weights are that hardly move; not where the right ones have so few digits
  /// that nobody rounds them.
  private func slip(giving value: TypedValue, _ step: ValueStep) -> Tutor.Reason? {
    let key = reference.value(of: step.slot)
    let isShort = key.entries.allSatisfy { $0 == NumberText.rounded($0, digits: 3) }
    guard marker.explains, isShort, let reason = tutor.reason(for: wrongCase(value, step, key)),
      reason.diagnosis.kind == .mutation, reason.diagnosis.certainty != .oneOf
    else { return nil }
    return reason
  }

  /// - Parameter known: The reason, where it has been found.
  private mutating func wrong(
    _ value: TypedValue, _ step: ValueStep, _ feedback: StepFeedback, _ known: Tutor.Reason? = nil
  ) -> StepFeedback {
    var feedback = feedback
    let key = reference.value(of: step.slot)
    let difference = EntryDifference(value, step, key: key, base: exercise.indexBase)
    let wrong = wrongCase(value, step, key)
    let reason = known ?? (marker.explains ? tutor.reason(for: wrong) : nil)
    if marker.explains, reason == nil, let index = marker.stepOfSlot[step.slot] {
      unexplained.append((index, wrong))
    }
    feedback.says = [reason?.says ?? difference.sentence]
    feedback.diagnosis = reason?.diagnosis
    workedOut = reason?.value
    // Without the student's choices there are no slopes.
    if marker.explains, marker.hasKey, reason?.diagnosis.edits != [RoundedEarlySlip.id] {
      feedback.evidence = tutor.evidence(
        against: value, step, reference, isLossKnown: isLossKnown, open: open)
    }
    if step.allowsPartialCredit, difference.rightShare > 0 {
      feedback.status = .partial
      feedback.points = step.points * difference.rightShare
    }
    return feedback
  }

  /// Whether every loss that is asked for is right, so that it may be told.
  private var isLossKnown: Bool {
    zip(exercise.steps, marks).allSatisfy { step, mark in
      !tutor.losses.contains(step.name) || mark?.status == .correct
    }
  }

  /// The steps whose answers are not right, as far as that is known.
  private var open: [ValueStep] {
    zip(exercise.steps, marks).compactMap { step, mark in
      mark?.status == .correct ? nil : step.value
    }
  }

  private mutating func wronglyShaped(
    _ value: TypedValue, _ step: ValueStep, _ feedback: StepFeedback
  ) -> StepFeedback {
    var feedback = feedback
    let key = reference.value(of: step.slot)
    feedback.says = [.wrongShape(step.name, key.shape, value.tensor.shape)]
    if let reason = tutor.reason(for: wrongCase(value, step, key)) {
      feedback.says.append(reason.says)
      feedback.diagnosis = reason.diagnosis
    } else if value.tensor.shape.transposed == key.shape,
      marker.agrees(
        TypedValue(value.tensor.transposed, lastDigits: value.lastDigits), with: reference,
        at: step.slot, step.tolerance)
    {
      feedback.diagnosis = Explanation(
        kind: .slip, edits: [TransposedSlip.id], gists: [TransposedSlip.gist])
    }
    return feedback
  }

  /// A wrong answer with the values it may have been computed from.
  private func wrongCase(
    _ value: TypedValue, _ step: ValueStep, _ key: Tensor
  ) -> Diagnostician.Case {
    var contexts = [reference]
    if hollowSources(of: step.slot).isEmpty {
      if !replaced.isEmpty { contexts.append(own) }
      if hasSlip { contexts.append(understood) }
    }
    let answers = sheet.steps.indices.compactMap { index -> Diagnostician.Answered? in
      guard case .value(let value) = sheet.steps[index], let step = exercise.steps[index].value
      else { return nil }
      return .init(value, to: step, isRight: marks[index]?.status == .correct)
    }
    return Diagnostician.Case(
      step: step, value: value, contexts: contexts, replaced: replaced, answers: answers,
      evidence: Evidence(value, key: key, step.tolerance))
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func wrongShape(_ name: String, _ expected: Shape, _ found: Shape) -> Message {
    let advice =
      expected.rank == 2 && found.transposed == expected ? "; it looks transposed" : ""
    return "\(name: name) is \(expected), but your answer is \(found)\(advice)."
  }
}
