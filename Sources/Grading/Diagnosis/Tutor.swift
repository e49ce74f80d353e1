import Exercises
import Formulas

/// Says why a wrong answer is wrong, if that can be told.
///
/// In this order: one edit of the step's formula, or of an earlier unanswered one; a slip of the
/// pen; two edits at once.
struct Tutor: Sendable {
  private let exercise: Exercise
  private var diagnostician: Diagnostician

  init(_ exercise: Exercise) {
    self.exercise = exercise
    diagnostician = Diagnostician(exercise)
  }

  /// A reason in words, and as data.
  struct Reason {
    let says: String
    let diagnosis: Diagnosis
  }

  mutating func reason(for wrong: Diagnostician.Case) -> Reason? {
    if let finding = diagnostician.explain(wrong) { return reason(finding, wrong) }
    if let slip = slip(in: wrong) { return slip }
    return diagnostician.explainByPair(wrong).map { reason($0, wrong) }
  }

  // MARK: Slips

  private func slip(in wrong: Diagnostician.Case) -> Reason? {
    for context in wrong.contexts {
      let expected = context.value(of: wrong.step.slot)
      guard expected.shape == wrong.value.tensor.shape, expected.isFinite else { continue }
      let attempt = Attempt(
        name: wrong.step.name, value: wrong.value, expected: expected,
        tolerance: wrong.step.tolerance, indexBase: exercise.indexBase)
      for slip in Slips.all {
        guard let explanation = slip.explain(attempt) else { continue }
        // A number typed so coarsely that it fits is itself what is to be said.
        let isBelieved =
          slip == RoundedEarlySlip.self
          || wrong.evidence.supports(share: 1 / Double(explanation.versions))
        if isBelieved {
          return Reason(
            says: explanation.says, diagnosis: Diagnosis(kind: .slip, edits: [slip.id]))
        }
      }
    }
    return nil
  }

  // MARK: Edits

  private func reason(_ finding: Diagnostician.Finding, _ wrong: Diagnostician.Case) -> Reason {
    let origin = finding.origin
    let isHere = origin == wrong.step.slot
    let formula = exercise.program.formula(of: origin)?.expression ?? finding.mutations[0].formula
      .expression
    let equation = exercise.equation(of: origin)
    let name = Expression.Spelling.mathematical.name(exercise.program.name(of: origin))
    let sentences = finding.mutations.prefix(3).map { mutation -> String in
      let words = mutation.edits.map { EditWords($0, formula: formula, equation: equation) }
      return isHere
        ? words.map(\.direct).joinedAsClauses
        : "if \(name) is computed \(words.map(\.conditional).joinedAsWords)"
    }
    let mutation = finding.mutations[0]
    return Reason(
      says: isHere ? .here(sentences, mutation.edits.count) : .earlier(sentences),
      diagnosis: Diagnosis(
        kind: .mutation, edits: mutation.edits.map(\.kind.rawValue),
        step: isHere ? nil : exercise.program.name(of: origin), formula: mutation.formula.text))
  }
}

extension Exercise {
  /// The equation that a value rests on, whether it is asked for or not.
  fileprivate func equation(of slot: Program.Slot) -> String? {
    if let step = steps.first(where: { $0.slot == slot }) { return step.equation }
    return network?.equation(of: program.name(of: slot))
  }
}

// MARK: - Messages

extension String {
  /// The reason where the step itself is computed wrongly.
  fileprivate static func here(_ sentences: [String], _ edits: Int) -> String {
    if sentences.count > 1 {
      return "One of these: " + sentences.map(\.withLowerStart).joined(separator: "; or ") + "."
    }
    let sentence = sentences[0]
    return edits > 1 ? "Two slips at once: \(sentence.withLowerStart)." : sentence + "."
  }

  /// The reason where an earlier value, not handed in, must have been computed wrongly.
  fileprivate static func earlier(_ conditions: [String]) -> String {
    "This is what comes out " + conditions.joined(separator: ", or ") + "."
  }

  /// The sentence as it goes on after a colon.
  fileprivate var withLowerStart: String {
    hasPrefix("You") || hasPrefix("The") ? prefix(1).lowercased() + dropFirst() : self
  }
}

extension [String] {
  fileprivate var joinedAsClauses: String {
    enumerated().map { $0.offset == 0 ? $0.element : $0.element.prefix(1).lowercased() + $0.element.dropFirst() }
      .joined(separator: ", and ")
  }
}
