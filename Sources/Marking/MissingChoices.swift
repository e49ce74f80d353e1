import Answers
import Exercises
import Formulas

/// What can be marked of a sheet that lacks values which are the student's to choose.
///
/// A value that rests on a missing one, directly or through others, cannot be computed, so an answer
/// to it cannot be marked. It is taken as it stands: what goes on from it can be marked again.
struct MissingChoices {
  /// The values that are missing, in the exercise's order.
  let names: [String]
  /// The answered steps that cannot be marked, by their places.
  private(set) var unmarkable: Set<Int> = []
  /// Which of those the other answered steps are computed from, where there are any.
  private(set) var sources: [Int: Set<Int>] = [:]

  /// - Parameters:
  ///   - slots: The values that are missing.
  ///   - reference: The exercise's values on the others; answers to steps that cannot be marked are
  ///     put in the place of their values, which are no numbers.
  init(
    _ slots: [Program.Slot], of sheet: AnswerSheet, _ stepOfSlot: SlotPlaces,
    in reference: inout Evaluation
  ) {
    let program = reference.program
    names = slots.map { program.name(of: $0) }
    for slot in slots {
      let shape = program.shape(of: slot)
      let nothing = [Double](repeating: .nan, count: shape.count)
      reference.set(slot, to: Tensor(shape: shape, entries: nothing))
    }
    reference.run()
    var unknown = Set(slots)
    // The answers taken as they stand behind a value.
    var behind: [Program.Slot: Set<Int>] = [:]
    for slot in program.definitions {
      let reads = program.reads(of: slot)
      let taken = reads.reduce(into: Set<Int>()) { $0.formUnion(behind[$1] ?? []) }
      if !taken.isEmpty { reference.run(slot) }
      let step = stepOfSlot[slot]
      guard reads.contains(where: unknown.contains) else {
        behind[slot] = taken
        if let step, !taken.isEmpty, sheet.steps[step].isRead { sources[step] = taken }
        continue
      }
      if let step, sheet.steps[step].isRead { unmarkable.insert(step) }
      if let step, case .value(let value) = sheet.steps[step] {
        reference.set(slot, to: value.tensor)
        behind[slot] = [step]
      } else {
        unknown.insert(slot)
      }
    }
  }

  /// The verdict on a step that cannot be marked, or that is right on those; nil where there is none
  /// so simple.
  ///
  /// - Parameter isRight: Whether the answer is the value on the answers taken as they stand.
  func verdict(
    on index: Int, in exercise: Exercise, isRight: () -> Bool
  ) -> StepFeedback? {
    let step = exercise.steps[index]
    if unmarkable.contains(index) {
      return StepFeedback(
        name: step.name, status: .unreadable, points: 0, outOf: step.points,
        says: [says(of: index, in: exercise)])
    }
    guard let sources = sources[index], isRight() else { return nil }
    var feedback = StepFeedback(
      name: step.name, status: .followsThrough, points: step.points * exercise.followThrough.credit,
      outOf: step.points)
    feedback.follows = MissingChoices.names(of: sources, in: exercise)
    feedback.says = [.follows(feedback.follows)]
    return feedback
  }

  /// What is missing, at the first step that cannot be marked without it; the others point there.
  private func says(of index: Int, in exercise: Exercise) -> Message {
    let steps = MissingChoices.names(of: unmarkable, in: exercise)
    guard index == unmarkable.min() else { return .see(steps[0]) }
    return .choicesMissing(names, others: Array(steps.dropFirst()), isRestMarked: !sources.isEmpty)
  }

  private static func names(of steps: Set<Int>, in exercise: Exercise) -> [String] {
    steps.sorted().map { exercise.steps[$0].name }
  }
}

extension AnswerSheet.Reading {
  /// Whether there is an answer that could be read.
  fileprivate var isRead: Bool {
    switch self {
    case .value, .wrongShape: true
    case .unanswered, .unreadable, .raw: false
    }
  }
}

// MARK: - Messages

extension Message {
  fileprivate static func choicesMissing(
    _ names: [String], others: [String], isRestMarked: Bool
  ) -> Message {
    let steps = (["This"] + others.map { name -> Message in "\(name: name)" }).joinedAsWords
    let list = names.map { name -> Message in "\(name: name) = …" }.joined(by: ", ")
    let rest: Message =
      isRestMarked ? " What you computed from \(others.isEmpty ? "it" : "them") is marked." : ""
    return "\(steps) cannot be marked without the values you chose: add \(list).\(rest)"
  }

  fileprivate static func see(_ name: String) -> Message { "See \(name: name)." }
}
