import Answers
import Exercises
import Formulas
import LocatedJSON
import Numerics

/// Says why a wrong answer is wrong, if that can be told.
///
/// In this order: one edit of the step's formula, or of an earlier unanswered one; a slip of the
/// pen; two edits at once. What would give the answer away is not said.
///
/// What it knows is worked out once for an exercise and shared by all markers.
package final class Tutor: Sendable {
  private let exercise: Exercise
  let diagnostician: Diagnostician
  private let writer: FormulaWriter
  private let nudges: NudgeTable
  private let told = ToldReasons()
  /// What the steps are gradients of, by the steps' names.
  private let checks: [String: Exercise.GradientCheck]
  /// The losses whose slopes are evidence.
  package let losses: Set<String>

  package init(_ exercise: Exercise) {
    self.exercise = exercise
    diagnostician = Diagnostician(exercise)
    writer = FormulaWriter(exercise)
    nudges = NudgeTable(exercise)
    let checks = exercise.gradientChecks
    self.checks = Dictionary(firstOf: checks.filter { $0.isWhole }.map { ($0.gradient, $0) })
    losses = Set(checks.map { $0.loss })
  }

  /// A reason in words, and as data.
  package struct Reason: Sendable {
    package let says: Message
    package let diagnosis: Explanation
    /// What was worked out, with the digits that were not written down; nil where that is not known.
    package var value: Tensor?
  }

  /// The reason for a wrong answer.
  package func reason(for wrong: Diagnostician.Case) -> Reason? {
    let accounts = diagnostician.explain(wrong)
    let slip = slip(in: wrong)
    let found: Reason?
    if let slip, slip.bits < (accounts.first?.bits ?? .infinity) {
      found = slip.reason
    } else {
      found = reason(accounts, wrong)
    }
    guard let found, !givesAway(found.says, wrong) else { return nil }
    return found
  }

  /// What a mistake that the author foresaw is called wherever it is made; none where nothing but the
  /// author's words tells it.
  ///
  /// - Parameters:
  ///   - mistake: The value that its formula gives.
  ///   - context: The values it was computed from.
  ///   - replaced: The values in whose place the student's own answers stand.
  package func gists(
    ofMistake mistake: Tensor, at step: ValueStep, on context: Evaluation,
    replaced: SlotSet
  ) -> [Message] {
    let value = TypedValue(exactly: mistake)
    let evidence = Evidence(value, key: context.value(of: step.slot), step.tolerance)
    let wrong = Diagnostician.Case(
      step: step, value: value, contexts: [context], replaced: replaced, evidence: evidence)
    return reason(for: wrong)?.diagnosis.gists ?? []
  }

  /// What is said of explanations, unless it would give the answer away.
  func told(_ accounts: [Diagnostician.Account], _ wrong: Diagnostician.Case) -> Reason? {
    reason(accounts, wrong).flatMap { givesAway($0.says, wrong) ? nil : $0 }
  }

  /// What finite differences say to a wrong answer, if it is a gradient.
  ///
  /// - Parameters:
  ///   - isLossKnown: Whether the student may be told the loss.
  ///   - open: The steps that are not answered rightly.
  package func evidence(
    against value: TypedValue, _ step: ValueStep, _ key: Evaluation, isLossKnown: Bool,
    open: [ValueStep]
  ) -> SlopeEvidence? {
    checks[step.name].flatMap {
      SlopeEvidence(
        against: value, step, $0, key, nudges, lossWords: lossWords(of: $0),
        isLossKnown: isLossKnown, open: OpenAnswers(open, key))
    }
  }

  /// What a gradient is of, in words: the loss only where it is one.
  private func lossWords(of check: Exercise.GradientCheck) -> Message {
    let slot = exercise.program.slot(named: check.loss)
    if slot.flatMap({ exercise.quantity(of: $0) })?.role == .loss { return "the loss" }
    return "\(name: Expression.Spelling.mathematical.name(check.loss))"
  }

  /// Whether a number in the words would pass for an entry that is asked for.
  private func givesAway(_ words: Message, _ wrong: Diagnostician.Case) -> Bool {
    let key = wrong.contexts[0].value(of: wrong.step.slot)
    return words.numbers.contains { number in
      !wrong.value.tensor.entries.contains(number)
        && wrong.step.tolerance.isGivenAway(by: number, key)
    }
  }

  // MARK: Slips

  private func slip(in wrong: Diagnostician.Case) -> (reason: Reason, bits: Double)? {
    let formula = exercise.program.formula(of: wrong.step.slot)?.expression
    for context in wrong.contexts {
      let expected = context.value(of: wrong.step.slot)
      guard expected.shape == wrong.value.tensor.shape, expected.isFinite else { continue }
      let attempt = Attempt(
        name: wrong.step.name, value: wrong.value, expected: expected,
        tolerance: wrong.step.tolerance, indexBase: exercise.indexBase)
      for slip in Slips.all {
        guard let explanation = slip.explain(attempt) else { continue }
        // A number typed so coarsely that it fits is itself what is to be said.
        let isCoarse = slip.id == RoundedEarlySlip.id && explanation.versions == 1
        let count = Math.log(Double(explanation.versions)) / Math.log(2)
        if slip.id == OffsetSlip.id, wrong.step.tolerance != .exact,
          wrong.evidence.bits < explanation.bits + count + Belief.margin
        {
          continue
        }
        let isBelieved =
          slip.id == RoundedEarlySlip.id
          || wrong.evidence.supports(share: 1 / Double(explanation.versions))
        if isBelieved {
          let edited = formula.flatMap { formula in explanation.edit.map { $0(formula).text } }
          var diagnosis = Explanation(
            kind: .slip, edits: [slip.id], formula: edited, gists: [slip.gist])
          let share = Math.pow(2, -Belief.sure) / Double(explanation.versions)
          diagnosis.certainty =
            isCoarse || wrong.evidence.supports(share: share) ? .sure : .likely
          return (
            Reason(says: explanation.says, diagnosis: diagnosis),
            isCoarse ? 0 : explanation.bits
          )
        }
      }
    }
    return nil
  }

  // MARK: Edits

  private func reason(
    _ accounts: [Diagnostician.Account], _ wrong: Diagnostician.Case
  ) -> Reason? {
    guard let first = accounts.first else { return nil }
    let here = wrong.step.slot
    var reason = told.reason(of: accounts, at: here) { worded(accounts, first, wrong.step) }
    let shape = exercise.program.shape(of: here)
    if reason.diagnosis.certainty != .oneOf, first.entries.count == shape.count {
      reason.value = Tensor(shape: shape, entries: first.entries)
    }
    return reason
  }

  /// The reason without the numbers.
  private func worded(
    _ accounts: [Diagnostician.Account], _ first: Diagnostician.Account, _ step: ValueStep
  ) -> Reason {
    let here = step.slot
    var diagnosis = explanation(first, here)
    let clauses =
      accounts.count == 1
      ? []
      : accounts.enumerated().map { clause($1, here, isTold: $0 > 0) }
        .withoutRepeats.prefix(Belief.most)
    if clauses.count > 1 {
      diagnosis.alternatives = accounts.dropFirst().map { explanation($0, here) }
      // What all of them have in common is sure all the same.
      let others = diagnosis.alternatives
      diagnosis.gists.removeAll { gist in others.contains { !$0.gists.contains(gist) } }
      diagnosis.certainty = .oneOf
      return Reason(says: .several(Array(clauses)), diagnosis: diagnosis)
    }
    diagnosis.certainty = first.isSure ? .sure : .likely
    return Reason(says: says(first, step), diagnosis: diagnosis)
  }

  /// What is said of an account by itself, as surely as it is believed.
  func says(_ account: Diagnostician.Account, _ step: ValueStep) -> Message {
    if account.origin == step.slot, account.likewise.isEmpty {
      let clauses = words(of: account).map { $0.direct }
      if let places = places(of: account) { return .only(places, clauses, isSure: account.isSure) }
      return account.isSure ? .here(clauses) : .probably(clauses)
    }
    return account.isSure
      ? .earlier(condition(account, "is")) : .probablyEarlier(condition(account, "was"))
  }

  /// "z1[2]", where something was done there alone.
  private func places(of account: Diagnostician.Account) -> Message? {
    guard let places = account.places else { return nil }
    let shape = exercise.program.shape(of: account.origin)
    let name = exercise.program.name(of: account.origin)
    guard account.entries.count == shape.count else { return nil }
    let value = Tensor(shape: shape, entries: account.entries)
    let labels = places.sorted().prefix(3).map { place -> Message in
      "\(name: name + value.indices(at: place, from: exercise.indexBase).inBrackets)"
    }
    return places.count > 3 ? "\(labels.joined(by: ", ")) and others" : labels.joinedAsWords
  }

  private func explanation(
    _ account: Diagnostician.Account, _ here: Program.Slot
  ) -> Explanation {
    Explanation(
      kind: .mutation, edits: account.mutation.edits.map { $0.kind.rawValue },
      step: account.origin == here ? nil : exercise.program.name(of: account.origin),
      formula: account.mutation.formula.text, gists: gists(account))
  }

  private func gists(_ account: Diagnostician.Account) -> [Message] {
    guard let formula = exercise.program.formula(of: account.origin)?.expression else { return [] }
    return account.mutation.edits.map { EditGist($0, formula: formula, writer: writer).message }
  }

  /// One of several accounts, as it goes on in a sentence.
  private func clause(
    _ account: Diagnostician.Account, _ here: Program.Slot, isTold: Bool
  ) -> Message {
    if account.origin == here, account.likewise.isEmpty {
      let clauses = words(of: account, isTold: isTold).map { $0.direct }.joined
      return places(of: account).map { "in \($0) alone \(clauses)" } ?? clauses
    }
    return condition(account, "was")
  }

  /// "δ2 is computed without the factor σ′(z2)", or "was computed".
  private func condition(_ account: Diagnostician.Account, _ verb: String) -> Message {
    let words = words(of: account).map { $0.conditional }.joinedAsWords
    let likewise = account.likewise.map(name).joinedAsWords
    let further: Message = account.likewise.isEmpty ? "" : ", and \(likewise) in the same way"
    return "\(name(account.origin)) \(verb) computed \(words)\(further)"
  }

  /// - Parameter isTold: Whether the equation has been named in the sentence.
  private func words(of account: Diagnostician.Account, isTold: Bool = false) -> [EditWords] {
    guard let formula = exercise.program.formula(of: account.origin)?.expression else { return [] }
    let equation = exercise.namedEquation(of: account.origin)
    return account.mutation.edits.enumerated().map { number, edit in
      EditWords(
        edit, formula: formula, equation: equation, isTold: isTold || number > 0, writer: writer)
    }
  }

  private func name(_ slot: Program.Slot) -> Message {
    Message([.name(Expression.Spelling.mathematical.name(exercise.program.name(of: slot)))])
  }
}

// MARK: - Messages

extension Message {
  /// The reason where the step itself is computed wrongly, in one way or in two at once.
  fileprivate static func here(_ clauses: [Clause]) -> Message {
    clauses.count > 1 && clauses[0].message != clauses[1].message
      ? .twoSlips(clauses) : clauses[0].sentence
  }

  /// The reason where it is computed wrongly in two ways at once.
  package static func twoSlips(_ clauses: [Clause]) -> Message {
    "Two slips at once: \(clauses.joined)."
  }

  /// The reason where some entries only are computed wrongly.
  fileprivate static func only(_ places: Message, _ clauses: [Clause], isSure: Bool) -> Message {
    let what = clauses.joined
    return isSure
      ? "In \(places) alone \(what)." : "It looks as if in \(places) alone \(what)."
  }

  /// The reason where it is likely, but may be chance.
  fileprivate static func probably(_ clauses: [Clause]) -> Message {
    "It looks as if \(clauses.joined)."
  }

  /// The same where it lies in an earlier value.
  fileprivate static func probablyEarlier(_ condition: Message) -> Message {
    "It looks as if \(condition)."
  }

  /// The reason where an earlier value, not handed in, must have been computed wrongly.
  fileprivate static func earlier(_ condition: Message) -> Message {
    "This is what comes out if \(condition)."
  }

  /// Reasons that the numbers cannot tell apart.
  fileprivate static func several(_ clauses: [Message]) -> Message {
    "One of these: \(clauses.joined(by: "; or "))."
  }
}

extension [Clause] {
  /// Clauses that go on in one sentence.
  fileprivate var joined: Message { map { $0.message }.joined(by: ", and ") }
}
