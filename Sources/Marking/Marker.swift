import Answers
import Diagnosis
import Exercises
import Formulas
import LocatedJSON
import Numerics

/// Marks submissions of one exercise, one after the other.
///
/// The key of an exercise without choices is computed once; for each submission only what the
/// student got wrong is computed again, on the student's own values. A marker is a value: every
/// thread has its own.
package struct Marker: Sendable {
  /// The exercise; where everyone has numbers of their own, with those of the submission marked last.
  package private(set) var exercise: Exercise
  /// The student of a submission that names none.
  private let owner: String?
  /// The key, on the values this student chose.
  package var reference: Evaluation
  /// Whether the key has been computed, for the choices of the submission marked last.
  private(set) var hasKey: Bool
  /// What nothing is left to work out of with what was chosen, for the choices marked last.
  private var hollow = HollowChoices()
  /// The step that asks for a value of the program, by the value's slot.
  let stepOfSlot: SlotPlaces
  /// What is looked for in a sheet.
  private let frame: AnswerFrame
  /// Those that judge the other steps.
  private let judges: [StepJudge]
  private let tutor: Tutor
  /// The right answers by other conventions, where everybody has the same numbers.
  private let keptConventions = Kept<[ConventionKey]?>(nil)
  private let tools: MarkingTools
  /// Whether reasons are looked for where an answer is wrong; the marks are the same without.
  package var explains = true

  /// - Parameter tools: What there is to mark with, beyond arithmetic.
  package init(_ exercise: Exercise, tools: MarkingTools = MarkingTools()) {
    self.exercise = exercise
    owner = exercise.student
    self.tools = tools
    frame = AnswerFrame(exercise)
    judges = AnswerKinds.all.compactMap { kind in
      if case .judge(let judge) = kind.marking { judge(exercise) } else { nil }
    }
    tutor = Tutor(exercise)
    reference = exercise.evaluation()
    hasKey = exercise.choices.isEmpty && !exercise.isUndealt
    if exercise.choices.isEmpty { reference.run() }
    stepOfSlot = SlotPlaces(
      exercise.steps.enumerated().compactMap { index, step in
        step.value.map { ($0.slot, index) }
      })
  }

  /// Marks a submission.
  ///
  /// - Parameters:
  ///   - student: Whose submission it is where it does not say so itself.
  ///   - reveals: Whether the right answers are put beside the steps, where there are any: without
  ///     the student's choices, or without the student, there is no key.
  package mutating func mark(
    _ submission: Submission, of student: String? = nil, reveals: Bool = false
  ) -> Feedback {
    let feedback = marked(submission, of: student, reveals: reveals)
    guard explains, hasUnknownNames(submission),
      let renamed = submission.withLayersFromOne(in: exercise)
    else { return feedback }
    let other = marked(renamed, of: student, reveals: reveals)
    guard other.points > feedback.points else { return feedback }
    var slips = RepeatedSlips(other.steps, of: exercise)
    slips.chargeLayersFromZero()
    return other.with(slips)
  }

  private func hasUnknownNames(_ submission: Submission) -> Bool {
    submission.answers.indices.contains {
      frame.target(named: submission.answers[$0].name, at: $0) == nil
    }
  }

  private mutating func marked(
    _ submission: Submission, of student: String?, reveals: Bool
  ) -> Feedback {
    let student = submission.student ?? student ?? owner ?? ""
    let sheet = AnswerSheet(submission, frame)
    var marks = [StepFeedback?](repeating: nil, count: exercise.steps.count)
    let obstacle = deal(to: student)
    let missing = obstacle == nil ? choose(sheet) : nil
    for (index, step) in exercise.steps.enumerated() {
      guard let step = step.value else { continue }
      let reading = sheet.steps[index]
      let partial = missing?.verdict(on: index, in: exercise) {
        if case .value(let value) = reading {
          agrees(value, with: reference, at: step.slot, step.tolerance)
        } else {
          false
        }
      }
      marks[index] = partial ?? firstVerdict(on: reading, step, obstacle)
    }
    judge(sheet, submission, student, &marks)
    if marks.contains(where: { $0 == nil }) {
      var trail = FollowThrough(marker: self, tutor: tutor, sheet: sheet, marks: marks)
      marks = trail.followed()
    }
    var (charged, summary) = chargedOnce(marks.compactMap { $0 }, sheet)
    if let uniform = UniformSheet(sheet, charged, of: exercise) {
      (charged, summary) = (uniform.charged(charged, of: exercise), [])
    }
    let expected = reveals && hasKey ? expectedAnswers() : []
    var feedback = Feedback(
      exercise: exercise.id, student: submission.student ?? "", steps: charged)
    for index in charged.indices {
      feedback.steps[index].given = HandedIn(sheet.steps[index], of: submission)
      if !expected.isEmpty { feedback.steps[index].expected = expected[index] }
    }
    feedback.notes = sheet.notes
    feedback.unread = Unread(
      answers: feedback.count { $0 == .unreadable }, names: sheet.unknownNames,
      lines: min(sheet.strayLines, feedback.count { $0 == .unanswered }),
      choices: missing.map { $0.unmarkable.isEmpty ? [] : $0.names } ?? [])
    feedback.summary = summary
    feedback.chosen = zip(exercise.choices, sheet.choices).compactMap { choice, reading in
      if case .value(let value) = reading { (choice.name, value.tensor) } else { nil }
    }
    if hasKey { feedback.remarks = remarks() }
    return feedback
  }

  /// The marks with every slip charged once, and what is to be said of those that were repeated.
  private func chargedOnce(
    _ marks: [StepFeedback], _ sheet: AnswerSheet
  ) -> ([StepFeedback], [Message]) {
    guard explains, marks.count(where: { $0.isShort }) > 0 else { return (marks, []) }
    var slips = RepeatedSlips(marks, of: exercise)
    if hasKey, let reading = ConventionReading(of: sheet, marks: marks, by: self) {
      slips.charge(reading)
    }
    slips.chargeRepeated()
    slips.tellConsequences()
    return (slips.marks, slips.summary)
  }

  /// The right answers by other conventions, for the choices marked last.
  var conventionKeys: [ConventionKey] {
    if exercise.isSameForAll, let known = keptConventions.update({ $0 }) { return known }
    let keys = Convention.all.map {
      ConventionKey(of: exercise, by: $0, reference, stepOfSlot: stepOfSlot)
    }
    if exercise.isSameForAll { keptConventions.update { $0 = keys } }
    return keys
  }

  /// The key, for the weights chosen last.
  package var key: Evaluation { reference }

  /// The right answers of the steps, for the weights chosen last.
  package func expectedAnswers() -> [Expected?] {
    var answers = exercise.steps.map { step in
      step.value.map { Expected.value(reference.value(of: $0.slot)) }
    }
    for judge in judges {
      for (index, text) in zip(judge.steps, judge.expected()) {
        answers[index] = text.map { .text($0) }
      }
    }
    return answers
  }

  /// What a worked solution shows of the steps that are no values of the program.
  package func workedAnswers() -> [String?] {
    var answers = [String?](repeating: nil, count: exercise.steps.count)
    for judge in judges {
      for (index, text) in zip(judge.steps, judge.expected()) {
        answers[index] = CodeKind.solution(of: exercise.steps[index]) ?? text
      }
    }
    return answers
  }

  // MARK: Steps that their kinds judge

  private func judge(
    _ sheet: AnswerSheet, _ submission: Submission, _ student: String,
    _ marks: inout [StepFeedback?]
  ) {
    if frame.readsEveryStep { return }
    let setting = MarkingContext(
      exercise: exercise, submission: submission, student: student, tools: tools,
      explains: explains)
    for judge in judges {
      let answers = judge.steps.map { sheet.steps[$0].raw }
      for (index, feedback) in zip(judge.steps, judge.feedback(answers, setting)) {
        marks[index] = feedback
      }
    }
    for (index, step) in exercise.steps.enumerated() where step.value == nil && marks[index] == nil
    {
      marks[index] = StepFeedback(
        name: step.name, status: .notRun, points: 0, outOf: step.points,
        says: [.noJudge(step.kind.name)])
    }
  }

  // MARK: Numbers of one's own, and choices

  /// Puts the student's own numbers in place and computes the key on them.
  ///
  /// - Returns: Why there are none, where the exercise should have some.
  private mutating func deal(to student: String) -> Message? {
    guard exercise.hasOwnNumbers else { return nil }
    let student = Exercise.normalised(student: student)
    if exercise.student != student {
      exercise = exercise.dealt(to: student)
      for given in exercise.givens { reference.set(given.slot, to: given.value) }
      if exercise.choices.isEmpty { reference.run() }
    }
    hasKey = !student.isEmpty && exercise.choices.isEmpty
    return student.isEmpty ? .studentMissing : nil
  }

  /// Puts the chosen values in place and computes the key on them.
  ///
  /// - Returns: What can be marked all the same, where some are missing.
  private mutating func choose(_ sheet: AnswerSheet) -> MissingChoices? {
    if exercise.choices.isEmpty { return nil }
    hollow = HollowChoices()
    var missing: [Program.Slot] = []
    for (choice, reading) in zip(exercise.choices, sheet.choices) {
      switch reading {
      case .value(let value): reference.set(choice.slot, to: value.tensor)
      case .unreadable, .wrongShape, .unanswered, .raw: missing.append(choice.slot)
      }
    }
    hasKey = missing.isEmpty
    guard hasKey else {
      return MissingChoices(missing, of: sheet, stepOfSlot, in: &reference)
    }
    reference.run()
    hollow = HollowChoices(in: exercise, reference)
    return nil
  }

  private mutating func remarks() -> [Message] {
    exercise.remarks.compactMap { remark -> Message? in
      reference.run(remark.when)
      return abs(reference.entry(0, of: remark.when)) < 1e-9 ? "\(authored: remark.says)" : nil
    }
  }

  // MARK: Without the student's earlier values

  /// The verdict on a step that needs no look at earlier answers; nil where one has to be taken.
  private func firstVerdict(
    on reading: AnswerSheet.Reading, _ step: ValueStep, _ obstacle: Message?
  ) -> StepFeedback? {
    switch reading {
    case .unanswered, .raw:
      return StepFeedback(name: step.name, status: .unanswered, points: 0, outOf: step.points)
    case .unreadable(let says):
      return StepFeedback(
        name: step.name, status: .unreadable, points: 0, outOf: step.points, says: [says])
    case .value, .wrongShape:
      if let obstacle {
        return StepFeedback(
          name: step.name, status: .unreadable, points: 0, outOf: step.points, says: [obstacle])
      }
      guard case .value(let value) = reading else { return nil }
      if agrees(value, with: reference, at: step.slot, step.tolerance) {
        return hollow.verdict(on: step)
          ?? StepFeedback(
            name: step.name, status: .correct, points: step.points, outOf: step.points)
      }
      guard isFinite(reference, step.slot) else {
        // What the student did not choose is not the student's fault.
        let isChosen = !exercise.choices.isEmpty
        return StepFeedback(
          name: step.name, status: isChosen ? .unreadable : .notRun, points: 0,
          outOf: step.points, says: [isChosen ? .keyNotFinite : .ownKeyNotFinite])
      }
      return nil
    }
  }

  /// Whether a value is right within the tolerance where it is compared entry by entry.
  func agrees(
    _ value: TypedValue, with evaluation: Evaluation, at slot: Program.Slot, _ rule: Tolerance
  ) -> Bool {
    value.isRight(for: evaluation, at: slot, rule)
      || isRightAsRounded(value, evaluation, slot, rule)
  }

  /// Whether a number is right as far as the formula of its step can be computed.
  ///
  /// Who takes `log(1 - a)` of an output that is 1 but for its last digits has lost what the key,
  /// which is computed from the pre-activation, still has.
  private func isRightAsRounded(
    _ value: TypedValue, _ evaluation: Evaluation, _ slot: Program.Slot, _ rule: Tolerance
  ) -> Bool {
    guard value.tensor.shape.count == 1, let spread = evaluation.spread(ofFormulaOf: slot) else {
      return false
    }
    let number = value.tensor[0]
    return rule.accepts(number, for: min(max(number, spread.lowerBound), spread.upperBound))
  }

  private func isFinite(_ evaluation: Evaluation, _ slot: Program.Slot) -> Bool {
    evaluation.read(slot) { $0.allSatisfy { $0.isFinite } }
  }
}

// MARK: - Messages

extension Message {
  fileprivate static let studentMissing: Message =
    "This exercise has numbers of your own: write your id after 'student:'."

  fileprivate static let ownKeyNotFinite: Message =
    "With your numbers this is not a finite number; your instructor should know."

  fileprivate static func noJudge(_ kind: String) -> Message {
    """
    This grader does not know how to mark answers of kind '\(name: kind)'; your instructor should \
    know.
    """
  }

  fileprivate static let keyNotFinite: Message =
    "With the values you chose this is not a finite number; choose smaller ones."
}
