import Answers
import Exercises
import Formulas

extension FollowThrough {
  /// The verdict on an answer that is right on the student's own earlier values.
  ///
  /// - Parameter routes: The ways on those values that agree with it.
  func followThrough(
    _ value: TypedValue, by routes: [Route], _ step: ValueStep, _ feedback: StepFeedback
  ) -> StepFeedback? {
    let key = reference.value(of: step.slot)
    var followed: [ValueStep]?
    for route in routes where followed == nil {
      let sources = wrongSources(of: route.slot)
      let isWorkedOut =
        !isNegligible(route.value, beside: key) || value.tensor.isNear(route.value)
      // What right answers cancel to is no dodge.
      if sources.isEmpty || isWorkedOut && !isTrivial(route.value, where: key) {
        followed = sources
      }
    }
    guard let sources = followed ?? mixedSources(value, step),
      hollowSources(of: step.slot).isEmpty
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

  /// The verdict on an answer that is right as far as it goes, but has too few digits.
  func coarse(_ value: TypedValue, _ step: ValueStep, _ feedback: StepFeedback) -> StepFeedback? {
    guard step.tolerance.isAsTyped else { return nil }
    let key = reference.value(of: step.slot)
    var sources: [ValueStep] = []
    if !value.isCoarse(for: reference, at: step.slot, step.tolerance) {
      let route = routes(of: step) { evaluation, slot in
        value.isCoarse(for: evaluation, at: slot, step.tolerance)
      }.first { !isTrivial($0.value, where: key) }
      guard let route, hollowSources(of: step.slot).isEmpty else { return nil }
      sources = wrongSources(of: route.slot)
    }
    let follows = sources.isEmpty ? 1 : exercise.followThrough.credit
    let share = exercise.coarse.credit * follows
    var feedback = feedback
    feedback.status = share >= 1 ? .correct : share > 0 ? .partial : .incorrect
    feedback.points = step.points * share
    feedback.follows = sources.map { $0.name }
    feedback.says = [.coarse(step.name, step.tolerance, follows: feedback.follows)]
    return feedback
  }

  /// The verdict on an answer that follows from earlier ones which leave nothing to work out.
  func emptied(
    by routes: [Route], _ step: ValueStep, _ feedback: StepFeedback
  ) -> StepFeedback? {
    let sources = wrongSources(of: step.slot)
    guard !sources.isEmpty, !routes.isEmpty else { return nil }
    let hollow = hollowSources(of: step.slot)
    let names = (hollow.isEmpty ? sources : hollow).map { $0.name }
    var feedback = feedback
    // Where something is added, that is still there.
    let isNothing = routes.allSatisfy { $0.value.isZero || !$0.value.isFinite }
    feedback.says = [isNothing ? .emptied(by: names) : .nearlyEmptied(by: names)]
    return feedback
  }

  /// A way to a step's value on the student's own earlier values.
  struct Route {
    let slot: Program.Slot
    let value: Tensor
  }

  /// The ways to a step's value that agree with an answer: exactly, or else as near as the rounding
  /// of wrong answers allows.
  func consistentRoutes(_ value: TypedValue, _ step: ValueStep) -> [Route] {
    let exact = routes(of: step) { evaluation, slot in
      marker.agrees(value, with: evaluation, at: slot, step.tolerance)
    }
    if !exact.isEmpty { return exact }
    let between = unansweredDefinitions(before: step.slot)
    return routes(of: step) { evaluation, slot in
      let spread = RoundingSpread(
        at: slot, near: value, on: evaluation, sources: roundedSources(of: slot),
        between: between, step.tolerance)
      return spread?.accepts(value) == true
    }
  }

  /// The ways to a step's value, on typed and on unrounded values, of which something holds.
  private func routes(
    of step: ValueStep, where holds: (Evaluation, Program.Slot) -> Bool
  ) -> [Route] {
    var found: [Route] = []
    for slot in step.routes {
      for isOwn in [true, false] {
        var evaluation = isOwn ? own : carried
        if slot != step.slot { evaluation.run(slot) }
        if holds(evaluation, slot) {
          found.append(Route(slot: slot, value: evaluation.value(of: slot)))
        }
      }
    }
    return found
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

  /// The wrong answers that a value is computed from, as they were typed.
  private func roundedSources(of slot: Program.Slot) -> [RoundingSpread.Source] {
    answeredSources(of: slot).compactMap { index in
      guard marks[index]?.status != .correct, case .value(let value) = sheet.steps[index],
        let step = exercise.steps[index].value
      else { return nil }
      return RoundingSpread.Source(slot: step.slot, value: value)
    }
  }

  /// The wrong steps behind a value that make all that follows from them empty.
  func hollowSources(of slot: Program.Slot) -> [ValueStep] {
    if let behind, behind.slot == slot { return behind.hollow }
    return hollowSources(answeredSources(of: slot))
  }

  /// Those of answered steps that make all that follows from them empty.
  func hollowSources(_ answered: [Int]) -> [ValueStep] {
    answered.compactMap { index in
      guard marks[index]?.status != .correct, let source = exercise.steps[index].value else {
        return nil
      }
      let (value, key) = (own.value(of: source.slot), reference.value(of: source.slot))
      let isHollow =
        isTrivial(value, where: key)
        || isNegligible(value, beside: key) && marks[index]?.status != .followsThrough
      return isHollow ? source : nil
    }
  }

  /// Whether a value makes all that follows from it empty, unlike the right one.
  func isTrivial(_ value: Tensor, where key: Tensor) -> Bool {
    !value.isFinite || (value.isZero && !key.isZero) || (value.isIdentity && !key.isIdentity)
  }

  /// Whether a value is next to nothing beside the right one, so that any small number passes for it.
  private func isNegligible(_ value: Tensor, beside key: Tensor) -> Bool {
    !key.isZero && value.scale <= 1e-9 * key.scale
  }

  // MARK: What a value rests on

  /// The wrong steps nearest to a value among those it is computed from, in the steps' order.
  func wrongSources(of slot: Program.Slot) -> [ValueStep] {
    answeredSources(of: slot).filter { marks[$0]?.status != .correct }
      .compactMap { exercise.steps[$0].value }
  }

  /// The answered steps nearest to a value among those it is computed from, in the steps' order.
  func answeredSources(of slot: Program.Slot) -> [Int] {
    if let behind, behind.slot == slot { return behind.answered }
    let program = exercise.program
    var found: [Int] = []
    var unanswered = SlotSet()
    var waiting: [Program.Slot] = []
    var next: Program.Slot? = slot
    while let reader = next {
      for slot in program.reads(of: reader) {
        if replaced.contains(slot), let index = marker.stepOfSlot[slot] {
          if !found.contains(index) { found.append(index) }
        } else if !program.isInput(slot), unanswered.insert(slot) {
          waiting.append(slot)
        }
      }
      next = waiting.popLast()
    }
    found.sort()
    return found
  }
}

extension Tensor {
  /// Whether the entries differ by a tenth of the largest at most.
  fileprivate func isNear(_ other: Tensor) -> Bool {
    zip(entries, other.entries).allSatisfy { abs($0 - $1) <= 0.1 * other.scale }
  }

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
  static func emptied(by names: [String]) -> Message {
    "With your \(Message.steps(names)) nothing is left to work out here, so this earns no points."
  }

  fileprivate static func nearlyEmptied(by names: [String]) -> Message {
    "With your \(Message.steps(names)) hardly anything is left to work out here, so this earns no points."
  }

  fileprivate static func coarse(
    _ name: String, _ rule: Tolerance, follows names: [String]
  ) -> Message {
    let from: Message = names.isEmpty ? "" : " and follows from your \(Message.steps(names))"
    return """
      \(name: name) is right as far as it goes\(from), but rounded too coarsely: give it \
      \(Message(rule)).
      """
  }

  static func follows(_ names: [String]) -> Message {
    "This follows correctly from your \(Message.steps(names))."
  }
}
