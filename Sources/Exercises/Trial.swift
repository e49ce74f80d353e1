import Formulas
import LocatedJSON
import Numerics

/// One exercise under verification: its values, and what has been found so far.
struct Trial {
  private(set) var exercise: Exercise
  private(set) var findings: [VerificationFinding] = []
  var agreements: [String: [Verification.Agreement]] = [:]

  let program: Program
  /// What is declared to be a gradient, and where reverse mode computes it.
  let gradients: [DeclaredGradient]
  var evaluation: Evaluation
  /// How far rounding may have thrown the values off; computed when it is first asked for.
  var roundoff: Roundoff?
  private var known: Set<VerificationFinding.Identity> = []
  /// Values that are not finite or differ from another calculation of theirs.
  private var wrong: Set<Program.Slot> = []
  /// The steps with a wrong key, or computed from one, with that one's name.
  private(set) var wrongSources: [String: String] = [:]
  /// Mistakes and alternatives that have differed from the key in some draw.
  private var distinct: Set<Program.Slot> = []
  /// How far the others were from it at most.
  private var distances: [Program.Slot: Double] = [:]

  init(_ exercise: Exercise) {
    self.exercise = exercise
    // The gradients to compare with are compiled into a program of their own.
    var builder = exercise.builder
    gradients = exercise.gradientChecks.compactMap { DeclaredGradient($0, &builder) }
    program = builder.build()
    evaluation = Evaluation(program)
    for given in exercise.givens { evaluation.set(given.slot, to: given.value) }
  }

  /// Starts anew with the numbers of a student, keeping only how closely calculations agreed.
  mutating func deal(to student: String) {
    exercise = exercise.dealt(to: student)
    for given in exercise.givens { evaluation.set(given.slot, to: given.value) }
    (findings, known, wrong, distinct, distances) = ([], [], [], [], [:])
  }

  /// What is wrong, once for each place.
  var problems: [Problem] { findings.map { $0.problem(in: exercise.source) } }

  /// Draws the chosen values and computes everything.
  mutating func draw(_ number: Int) {
    for (slot, value) in exercise.drawnChoices(number) { evaluation.set(slot, to: value) }
    evaluation.run()
    roundoff = nil
  }

  // MARK: Steps

  /// Checks that every key is finite and what its kind of answer can ask for.
  mutating func checkKeys() {
    for step in exercise.valueSteps {
      if isWrong(step.slot) { continue }
      let key = evaluation.value(of: step.slot)
      if !key.isFinite {
        wrong.insert(step.slot)
        note(.keyNotFinite, [step.name], at: step.place, .notFinite(step.name, key))
      } else if case .value(let rule) = step.kind.content, let complaint = rule.complaint(key) {
        note(.keyUnsuitable, [step.name], at: step.place, .unsuitable(step.name, complaint))
      }
      for alternative in step.also + step.mistakes {
        evaluation.run(alternative.slot)
        let value = evaluation.value(of: alternative.slot)
        if step.tolerance.accepts(value, for: key) {
          let distance = zip(value.entries, key.entries).map { abs($0 - $1) }.max() ?? 0
          distances[alternative.slot] = max(distance, distances[alternative.slot] ?? 0)
        } else {
          distinct.insert(alternative.slot)
        }
      }
    }
  }

  /// Reports every mistake and alternative that is always the key itself.
  mutating func checkAlternatives() {
    for step in exercise.valueSteps where !isWrong(step.slot) {
      for alternative in step.also where !distinct.contains(alternative.slot) {
        note(
          .alternativeIsKey, [step.name], at: alternative.place,
          .neverSaid(step, evaluation.value(of: step.slot), distances[alternative.slot] ?? 0))
      }
      for mistake in step.mistakes where !distinct.contains(mistake.slot) {
        note(
          .mistakeIsKey, [step.name], at: mistake.place,
          .neverSaid(step, evaluation.value(of: step.slot), distances[mistake.slot] ?? 0))
      }
    }
  }

  /// Lets every step that is no value of the program check its own key.
  mutating func checkAssignments() {
    for step in exercise.steps {
      guard let assignment = step.assignment else { continue }
      // The faults of one task are as many as it finds, each in its own words.
      for fault in assignment.faults(exercise) {
        note(.taskFaulty, [step.name, fault.message], at: fault.place, fault.message)
      }
    }
  }

  // MARK: What has been found

  mutating func note(
    _ kind: VerificationFinding.Kind, _ names: [String], at place: Range<Int>, _ message: String
  ) {
    let finding = VerificationFinding(kind, names, at: place, says: message)
    // A wrong key is wrong in every draw; once is enough.
    if known.insert(finding.identity).inserted { findings.append(finding) }
  }

  mutating func markAsWrong(_ slot: Program.Slot) { wrong.insert(slot) }

  /// Whether a value is wrong, or computed from one that is, so that there is nothing to be said.
  func isWrong(_ slot: Program.Slot) -> Bool { wrongSource(of: slot) != nil }

  /// The wrong value that a value is or is computed from, if any.
  private func wrongSource(of slot: Program.Slot) -> Program.Slot? {
    if wrong.isEmpty { return nil }
    var reached: Set<Program.Slot> = []
    var waiting = [slot]
    while let next = waiting.popLast() {
      if wrong.contains(next) { return next }
      if reached.insert(next).inserted { waiting += program.reads(of: next) }
    }
    return nil
  }

  /// Notes of every step with a wrong key, or computed from one, which that is.
  mutating func noteWrongSources() {
    for step in exercise.valueSteps {
      guard let source = wrongSource(of: step.slot) else { continue }
      wrongSources[step.name] = program.name(of: source)
    }
  }
}

// MARK: - Messages

extension String {
  fileprivate static func notFinite(_ step: String, _ key: Tensor) -> String {
    "the key of '\(step)' is not finite: \(key)"
  }

  fileprivate static func unsuitable(_ step: String, _ complaint: String) -> String {
    "\(complaint) ('\(step)')"
  }

  fileprivate static func neverSaid(
    _ step: ValueStep, _ key: Tensor, _ distance: Double
  ) -> String {
    guard distance > 1e-9 * key.scale else {
      return "this gives the right answer of '\(step.name)', so its words would never be said"
    }
    return
      "this differs from the right answer of '\(step.name)' by \(NumberText.brief(distance)) at "
      + "most, which passes for right, so its words would never be said; a finer tolerance or other "
      + "numbers would tell them apart"
  }
}
