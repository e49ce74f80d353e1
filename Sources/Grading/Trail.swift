import Exercises
import Formulas

/// The way through an exercise on the student's own values.
///
/// Every value is computed twice, in the order of the program: once on all the student's earlier
/// answers, and once on the slips alone, with exact values from there on, as a student does who
/// rounds on paper but not in the calculator. An answer that either reproduces is consistent.
struct Trail {
  private let marker: Marker
  private let sheet: AnswerSheet
  private var marks: [StepFeedback?]
  /// The key.
  private var reference: Evaluation
  /// On all earlier answers.
  private var own: Evaluation
  /// On the earlier answers that do not follow from those before them.
  private var carried: Evaluation
  private let tutor: Tutor
  /// The steps whose answers stand in the place of the computed values.
  private var replaced: Set<Program.Slot> = []
  /// Whether any of those answers differs from the key.
  private var hasSlip = false

  private var exercise: Exercise { marker.exercise }

  init(marker: Marker, tutor: Tutor, sheet: AnswerSheet, marks: [StepFeedback?]) {
    self.marker = marker
    self.tutor = tutor
    self.sheet = sheet
    self.marks = marks
    reference = marker.reference
    own = marker.reference
    carried = marker.reference
  }

  /// The verdicts, with those added that need a look at earlier answers.
  mutating func followed() -> [StepFeedback?] {
    for slot in exercise.program.definitions {
      own.run(slot)
      carried.run(slot)
      guard let index = marker.stepOfSlot[slot] else { continue }
      let step = exercise.steps[index]
      let reading = sheet.steps[index]
      if marks[index] == nil { marks[index] = verdict(on: reading, step) }
      guard case .value(let value) = reading else { continue }
      own.set(slot, to: value.tensor)
      if !marker.agrees(value, with: carried, at: slot, step.tolerance) {
        let isRight = marker.agrees(value, with: reference, at: slot, step.tolerance)
        carried.set(slot, to: isRight ? reference.value(of: slot) : value.tensor)
        if !isRight { hasSlip = true }
      }
      replaced.insert(slot)
    }
    return marks
  }

  // MARK: Verdicts

  private mutating func verdict(on reading: AnswerSheet.Reading, _ step: Step) -> StepFeedback {
    var feedback = StepFeedback(
      name: step.name, status: .incorrect, points: 0, outOf: step.points)
    switch reading {
    case .unanswered, .unreadable: return feedback
    case .wrongShape(let value):
      if let alternative = alternative(in: step.mistakes, matching: value, step) {
        return credited(feedback, alternative)
      }
      return wronglyShaped(value, step, feedback)
    case .value(let value):
      if let alternative = alternative(in: step.also, matching: value, step) {
        feedback.status = alternative.credit >= 1 ? .correct : .partial
        feedback.points = step.points * alternative.credit
        feedback.says = [alternative.says]
        return feedback
      }
      if let followed = followThrough(value, step, feedback) { return followed }
      if let alternative = alternative(in: step.mistakes, matching: value, step) {
        return credited(feedback, alternative)
      }
      if let emptied = emptied(value, step, feedback) { return emptied }
      return wrong(value, step, feedback)
    }
  }

  private func credited(
    _ feedback: StepFeedback, _ mistake: Step.Alternative
  ) -> StepFeedback {
    var feedback = feedback
    feedback.status = mistake.credit > 0 ? .partial : .incorrect
    feedback.points = feedback.outOf * mistake.credit
    feedback.says = [mistake.says]
    feedback.diagnosis = Diagnosis(kind: .mistake, formula: mistake.formula.text)
    return feedback
  }

  /// The first alternative that the answer equals, on the key's values or on the student's own.
  private mutating func alternative(
    in list: [Step.Alternative], matching value: TypedValue, _ step: Step
  ) -> Step.Alternative? {
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
        return alternative
      }
    }
    return nil
  }

  /// The verdict on an answer that is right on the student's own earlier values.
  private func followThrough(
    _ value: TypedValue, _ step: Step, _ feedback: StepFeedback
  ) -> StepFeedback? {
    let key = reference.value(of: step.slot)
    let isConsistent = consistent(value, step).contains { !isTrivial($0, where: key) }
    guard isConsistent, hollowSources(of: step.slot).isEmpty else { return nil }
    let sources = wrongSources(of: step.slot)
    var feedback = feedback
    if sources.isEmpty {
      // Only the rounding of right answers was carried on.
      feedback.status = .correct
      feedback.points = step.points
      return feedback
    }
    feedback.status = .followsThrough
    feedback.points = step.points * exercise.followThrough.credit
    feedback.follows = sources.map(\.name)
    feedback.says = [.follows(feedback.follows)]
    return feedback
  }

  /// The verdict on an answer that follows from earlier ones which leave nothing to work out.
  private func emptied(
    _ value: TypedValue, _ step: Step, _ feedback: StepFeedback
  ) -> StepFeedback? {
    let sources = wrongSources(of: step.slot)
    guard !sources.isEmpty, !consistent(value, step).isEmpty else { return nil }
    let hollow = hollowSources(of: step.slot)
    var feedback = feedback
    feedback.says = [.emptied(by: (hollow.isEmpty ? sources : hollow).map(\.name))]
    return feedback
  }

  /// The student's own values of a step with which the answer agrees.
  private func consistent(_ value: TypedValue, _ step: Step) -> [Tensor] {
    let exact = [own, carried].filter {
      marker.agrees(value, with: $0, at: step.slot, step.tolerance)
    }
    if !exact.isEmpty { return exact.map { $0.value(of: step.slot) } }
    let between = exercise.program.definitions.prefix { $0 != step.slot }
      .filter { !replaced.contains($0) }
    let spread = RoundingSpread(
      of: step, near: value, on: own, sources: roundedSources(of: step.slot), between: between)
    return spread?.accepts(value) == true ? [own.value(of: step.slot)] : []
  }

  /// The answers that a value is computed from, as they were typed.
  private func roundedSources(of slot: Program.Slot) -> [RoundingSpread.Source] {
    answeredSources(of: slot).compactMap { index in
      guard case .value(let value) = sheet.steps[index] else { return nil }
      let step = exercise.steps[index]
      return RoundingSpread.Source(slot: step.slot, value: value, tolerance: step.tolerance)
    }
  }

  /// The wrong steps behind a value that make all that follows from them empty.
  private func hollowSources(of slot: Program.Slot) -> [Step] {
    wrongSources(of: slot).filter { source in
      isTrivial(own.value(of: source.slot), where: reference.value(of: source.slot))
    }
  }

  /// Whether a value makes all that follows from it empty, unlike the right one.
  private func isTrivial(_ value: Tensor, where key: Tensor) -> Bool {
    !value.isFinite || (value.isZero && !key.isZero) || (value.isIdentity && !key.isIdentity)
  }

  private mutating func wrong(
    _ value: TypedValue, _ step: Step, _ feedback: StepFeedback
  ) -> StepFeedback {
    var feedback = feedback
    let key = reference.value(of: step.slot)
    let difference = EntryDifference(value.tensor, step, key: key, base: exercise.indexBase)
    let reason = tutor.reason(for: wrongCase(value, step, key))
    feedback.says = [reason?.says ?? difference.sentence]
    feedback.diagnosis = reason?.diagnosis
    feedback.evidence = SlopeEvidence(against: value, step, exercise, reference)
    if step.allowsPartialCredit, difference.rightShare > 0 {
      feedback.status = .partial
      feedback.points = step.points * difference.rightShare
    }
    return feedback
  }

  private mutating func wronglyShaped(
    _ value: TypedValue, _ step: Step, _ feedback: StepFeedback
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
      feedback.diagnosis = Diagnosis(kind: .slip, edits: [TransposedSlip.id])
    }
    return feedback
  }

  /// A wrong answer with the values it may have been computed from.
  private func wrongCase(
    _ value: TypedValue, _ step: Step, _ key: Tensor
  ) -> Diagnostician.Case {
    var contexts = [reference]
    if hollowSources(of: step.slot).isEmpty {
      if !replaced.isEmpty { contexts.append(own) }
      if hasSlip { contexts.append(carried) }
    }
    return Diagnostician.Case(
      step: step, value: value, contexts: contexts, replaced: replaced,
      evidence: Evidence(value, key: key, step.tolerance))
  }

  // MARK: What a value rests on

  /// The wrong steps nearest to a value among those it is computed from, in the steps' order.
  private func wrongSources(of slot: Program.Slot) -> [Step] {
    answeredSources(of: slot).filter { marks[$0]?.status != .correct }.map { exercise.steps[$0] }
  }

  /// The answered steps nearest to a value among those it is computed from, in the steps' order.
  private func answeredSources(of slot: Program.Slot) -> [Int] {
    var found: Set<Int> = []
    var seen: Set<Program.Slot> = []
    var waiting = exercise.program.reads(of: slot)
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard let index = marker.stepOfSlot[next], replaced.contains(next) else {
        waiting += exercise.program.reads(of: next)
        continue
      }
      found.insert(index)
    }
    return found.sorted()
  }
}

extension Tensor {
  /// Whether this is an identity matrix of more than one row.
  fileprivate var isIdentity: Bool {
    guard case .matrix(let rows, let columns) = shape, rows == columns, rows > 1 else {
      return false
    }
    return entries.indices.allSatisfy { self[$0] == ($0 % (rows + 1) == 0 ? 1 : 0) }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func wrongShape(_ name: String, _ expected: Shape, _ found: Shape) -> String {
    let advice =
      expected.rank == 2 && found.transposed == expected ? "; it looks transposed" : ""
    return "\(name) is \(expected), but your answer is \(found)\(advice)."
  }

  fileprivate static func emptied(by names: [String]) -> String {
    "With your \(names.joinedAsWords) nothing is left to work out here, so this earns no points."
  }

  fileprivate static func follows(_ names: [String]) -> String {
    "This follows correctly from your \(names.joinedAsWords)."
  }
}

extension [String] {
  /// "a", "a and b", "a, b and c".
  package var joinedAsWords: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
