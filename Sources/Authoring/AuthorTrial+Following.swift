import Diagnosis
import Exercises
import Formulas
import LocatedJSON
import Marking

extension AuthorTrial {
  /// Whether what is computed from the earliest slip that can be followed is marked as following.
  mutating func followingFindings() -> [AuthorFinding] {
    for source in exercise.valueSteps {
      for amount in [0.37, -0.23, 1.13] {
        guard let slip = slip(in: source, by: amount) else { continue }
        return findings(after: slip, in: source)
      }
    }
    return []
  }

  /// A step answered wrongly, and later steps computed from that answer.
  private struct Slip {
    let answers: [(name: String, answer: Written)]
    /// The steps that came out otherwise than the key.
    let changed: [ValueStep]
  }

  /// Nil where no later step rests on the value, or something comes to no number.
  private func slip(in source: ValueStep, by amount: Double) -> Slip? {
    let right = key.value(of: source.slot)
    let isCount = source.kind == CountKind.kind.step
    let wrong = Tensor(
      shape: right.shape,
      entries: right.entries.map { isCount ? $0 + 7 : $0 * (1 + amount) + amount / 8 })
    var own = key
    own.set(source.slot, to: wrong)
    let later = exercise.program.definitions.drop { $0 != source.slot }.dropFirst()
    for slot in later { own.run(slot) }
    var answers = [(source.name, Written.value(wrong))]
    var changed: [ValueStep] = []
    for step in exercise.valueSteps where later.contains(step.slot) {
      let (value, expected) = (own.value(of: step.slot), key.value(of: step.slot))
      guard value.isFinite, value.isZero == expected.isZero else { return nil }
      answers.append((step.name, .value(value)))
      if !step.tolerance.accepts(value, for: expected) { changed.append(step) }
    }
    return changed.isEmpty ? nil : Slip(answers: answers, changed: changed)
  }

  private mutating func findings(after slip: Slip, in source: ValueStep) -> [AuthorFinding] {
    guard let feedback = marks(slip.answers) else { return [] }
    return slip.changed.compactMap { step in
      guard let marks = feedback.steps.first(where: { $0.name == step.name }),
        ![.followsThrough, .correct].contains(marks.status)
      else { return nil }
      return AuthorFinding(
        .following, .notFollowed(step.name, source.name, marks), at: step.place.lowerBound)
    }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func notFollowed(
    _ name: String, _ source: String, _ marks: StepFeedback
  ) -> String {
    "computed from a wrong '\(source)', '\(name)' is marked \(marks.status.rawValue)"
      + (marks.says.isEmpty ? "" : ": " + marks.wordsToAuthor)
  }
}
