import Answers
import Exercises
import Formulas

extension FollowThrough {
  /// The verdict on an answer that is right on the student's own earlier values.
  func followThrough(
    _ value: TypedValue, _ step: ValueStep, _ feedback: StepFeedback
  ) -> StepFeedback? {
    let key = reference.value(of: step.slot)
    let isConsistent = consistent(value, step).contains { !isTrivial($0, where: key) }
    guard hollowSources(of: step.slot).isEmpty else { return nil }
    guard let sources = isConsistent ? wrongSources(of: step.slot) : mixedSources(value, step)
    else { return nil }
    var feedback = feedback
    if sources.isEmpty {
      // Only the rounding of right answers was carried on.
      feedback.status = .correct
      feedback.points = step.points
      return feedback
    }
    feedback.status = .followsThrough
    feedback.points = step.points * exercise.followThrough.credit
    feedback.follows = sources.map { $0.name }
    feedback.says = [.follows(feedback.follows)]
    return feedback
  }

  /// The verdict on an answer that follows from earlier ones which leave nothing to work out.
  func emptied(
    _ value: TypedValue, _ step: ValueStep, _ feedback: StepFeedback
  ) -> StepFeedback? {
    let sources = wrongSources(of: step.slot)
    guard !sources.isEmpty, !consistent(value, step).isEmpty else { return nil }
    let hollow = hollowSources(of: step.slot)
    var feedback = feedback
    feedback.says = [.emptied(by: (hollow.isEmpty ? sources : hollow).map { $0.name })]
    return feedback
  }

  /// The student's own values of a step with which the answer agrees.
  func consistent(_ value: TypedValue, _ step: ValueStep) -> [Tensor] {
    let exact = [own, carried].filter {
      marker.agrees(value, with: $0, at: step.slot, step.tolerance)
    }
    if !exact.isEmpty { return exact.map { $0.value(of: step.slot) } }
    let spread = RoundingSpread(
      of: step, near: value, on: own, sources: roundedSources(of: step.slot),
      between: unansweredDefinitions(before: step.slot))
    return spread?.accepts(value) == true ? [own.value(of: step.slot)] : []
  }

  /// The wrong steps an answer follows from where it goes on from some of them and, at others,
  /// from the right value: a slip in writing down what was right in the calculator.
  func mixedSources(_ value: TypedValue, _ step: ValueStep) -> [ValueStep]? {
    let wrong = wrongSources(of: step.slot)
    guard (2...4).contains(wrong.count) else { return nil }
    let between = unansweredDefinitions(before: step.slot)
    // Every choice of some of the wrong steps, but not of none or all.
    for choice in 1..<(1 << wrong.count) - 1 {
      let used = wrong.indices.filter { choice >> $0 & 1 == 1 }.map { wrong[$0] }
      var mixed = reference
      for source in used { mixed.set(source.slot, to: own.value(of: source.slot)) }
      for slot in between + [step.slot] { mixed.run(slot) }
      if marker.agrees(value, with: mixed, at: step.slot, step.tolerance) { return used }
    }
    return nil
  }

  func unansweredDefinitions(before slot: Program.Slot) -> [Program.Slot] {
    exercise.program.definitions.prefix { $0 != slot }.filter { !replaced.contains($0) }
  }

  /// The answers that a value is computed from, as they were typed.
  func roundedSources(of slot: Program.Slot) -> [RoundingSpread.Source] {
    answeredSources(of: slot).compactMap { index in
      guard case .value(let value) = sheet.steps[index], let step = exercise.steps[index].value
      else { return nil }
      return RoundingSpread.Source(slot: step.slot, value: value, tolerance: step.tolerance)
    }
  }

  /// The wrong steps behind a value that make all that follows from them empty.
  func hollowSources(of slot: Program.Slot) -> [ValueStep] {
    wrongSources(of: slot).filter { source in
      isTrivial(own.value(of: source.slot), where: reference.value(of: source.slot))
    }
  }

  /// Whether a value makes all that follows from it empty, unlike the right one.
  func isTrivial(_ value: Tensor, where key: Tensor) -> Bool {
    !value.isFinite || (value.isZero && !key.isZero) || (value.isIdentity && !key.isIdentity)
  }

  // MARK: What a value rests on

  /// The wrong steps nearest to a value among those it is computed from, in the steps' order.
  func wrongSources(of slot: Program.Slot) -> [ValueStep] {
    answeredSources(of: slot).filter { marks[$0]?.status != .correct }
      .compactMap { exercise.steps[$0].value }
  }

  /// The answered steps nearest to a value among those it is computed from, in the steps' order.
  func answeredSources(of slot: Program.Slot) -> [Int] {
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

extension Message {
  fileprivate static func emptied(by names: [String]) -> Message {
    "With your \(Message.names(names)) nothing is left to work out here, so this earns no points."
  }

  fileprivate static func follows(_ names: [String]) -> Message {
    "This follows correctly from your \(Message.names(names))."
  }
}
