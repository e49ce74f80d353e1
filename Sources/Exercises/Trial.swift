import Formulas
import LocatedJSON

/// One exercise under verification: its values, and what has been found so far.
struct Trial {
  private(set) var exercise: Exercise
  private(set) var complaints: [Complaint] = []
  private(set) var agreements: [String: [Verification.Agreement]] = [:]

  private let program: Program
  private let gradients: [(check: Exercise.GradientCheck, slot: Program.Slot)]
  private var evaluation: Evaluation
  private var keys: Set<String> = []
  /// Values that are not finite or differ from another calculation of theirs.
  private var wrong: Set<Program.Slot> = []
  /// Mistakes and alternatives that have differed from the key in some draw.
  private var distinct: Set<Program.Slot> = []

  init(_ exercise: Exercise) {
    self.exercise = exercise
    // The gradients to compare with are compiled into a program of their own.
    var builder = exercise.builder
    var gradients: [(check: Exercise.GradientCheck, slot: Program.Slot)] = []
    for check in exercise.gradientChecks {
      guard let formula = try? Formula("grad(\(check.loss), \(check.parameter))"),
        let slot = try? builder.side(formula)
      else { continue }
      gradients.append((check, slot))
    }
    self.gradients = gradients
    program = builder.build()
    evaluation = Evaluation(program)
    for given in exercise.givens { evaluation.set(given.slot, to: given.value) }
  }

  /// Starts anew with the numbers of a student, keeping only how closely calculations agreed.
  mutating func deal(to student: String) {
    exercise = exercise.dealt(to: student)
    for given in exercise.givens { evaluation.set(given.slot, to: given.value) }
    (complaints, keys, wrong, distinct) = ([], [], [], [])
  }

  /// What is wrong, once for each place.
  var problems: [Problem] { complaints.map { $0.problem(in: exercise.source) } }

  /// Draws the chosen values and computes everything.
  mutating func draw(_ number: Int) {
    for (slot, value) in exercise.drawnChoices(number) { evaluation.set(slot, to: value) }
    evaluation.run()
  }

  // MARK: Comparisons

  /// Checks that every key is finite and what its kind of answer can ask for.
  mutating func checkKeys() {
    for step in exercise.valueSteps {
      if isWrong(step.slot) { continue }
      let key = evaluation.value(of: step.slot)
      if !key.isFinite {
        wrong.insert(step.slot)
        complain("the key of '\(step.name)' is not finite: \(key)", at: step.place)
      } else if let kind = step.kind as? any MeasuredKind.Type,
        let complaint = kind.complaint(about: key)
      {
        complain("\(complaint) ('\(step.name)')", at: step.place)
      }
      for alternative in step.also + step.mistakes {
        evaluation.run(alternative.slot)
        let value = evaluation.value(of: alternative.slot)
        let isKey =
          value.shape == key.shape
          && zip(value.entries, key.entries).allSatisfy { step.tolerance.accepts($0, for: $1) }
        if !isKey { distinct.insert(alternative.slot) }
      }
    }
  }

  /// Reports every mistake and alternative that is always the key itself.
  mutating func checkAlternatives() {
    for step in exercise.valueSteps where !isWrong(step.slot) {
      for (list, kind) in [(step.also, Complaint.Kind.also), (step.mistakes, .other)] {
        for alternative in list where !distinct.contains(alternative.slot) {
          complain(
            "this gives the right answer of '\(step.name)', so its words would never be said",
            at: alternative.place, kind)
        }
      }
    }
  }

  /// Lets every step that is no value of the program check its own key.
  mutating func checkAssignments() {
    for step in exercise.steps {
      guard case .assignment(let assignment) = step.content else { continue }
      for fault in assignment.faults(in: exercise) {
        complaints.append(Complaint(fault.message, at: fault.place))
      }
    }
  }

  /// Compares the values of a network block with the reference engine.
  mutating func compareWithEngine() {
    guard let network = exercise.network else { return }
    func tensors(_ prefix: String) -> [Tensor] {
      (1...network.layerCount).compactMap { program.slot(named: "\(prefix)\($0)") }
        .map { evaluation.value(of: $0) }
    }
    let values: [String: Tensor]
    do {
      values = try network.engineValues(weights: tensors("W"), biases: tensors("b"))
    } catch {
      complain("the engine cannot run this network: \(error)", at: 0..<0)
      return
    }
    // In the order of computation, so that only the first wrong value of a chain is reported.
    for slot in program.definitions {
      let name = program.name(of: slot)
      guard let expected = values[name] else { continue }
      compare(evaluation.value(of: slot), with: expected, name, .engine, at: place(of: name))
    }
  }

  /// Compares every declared gradient with reverse mode and with central differences.
  mutating func compareGradients() {
    for (check, slot) in gradients {
      guard let gradient = program.slot(named: check.gradient),
        let loss = program.slot(named: check.loss),
        let parameter = program.slot(named: check.parameter), !isWrong(loss)
      else { continue }
      let claimed = evaluation.value(of: gradient)
      evaluation.run(slot)
      let reverse = evaluation.value(of: slot).scaled(by: check.factor)
      compare(
        claimed, with: reverse.reshaped(to: claimed.shape), check.gradient, .reverseMode,
        at: check.place)
      let count = min(claimed.shape.count, Verification.mostDifferences)
      let differences = evaluation.differences(of: loss, by: parameter, entries: 0..<count)
      if exercise.hasOwnNumbers, let entry = differences.kinks.min() {
        let place = claimed.indices(at: entry, from: exercise.indexBase)
        complain(
          .kink(check.gradient + (place.isEmpty ? "" : "\(place)"), check.loss), at: check.place,
          .kink)
      }
      compare(
        claimed, with: differences.slopes.scaled(by: check.factor).reshaped(to: claimed.shape),
        check.gradient, .finiteDifferences, at: check.place, entries: count,
        except: differences.kinks,
        noise: check.factor * Trial.noise(of: evaluation.entry(0, of: loss)))
    }
  }

  /// How far rounding can put a difference quotient of ε = 1e-5 off: a few ulps over 2ε.
  ///
  /// The ulps are those of the loss, or of the activations of about 1 that it is computed from.
  private static func noise(of loss: Double) -> Double { 16 * max(1, abs(loss)).ulp / 2e-5 }

  private mutating func compare(
    _ value: Tensor, with expected: Tensor, _ name: String, _ method: Verification.Method,
    at place: Range<Int>, entries: Int? = nil, except kinks: Set<Int> = [], noise: Double = 0
  ) {
    guard let slot = program.slot(named: name), !isWrong(slot) else { return }
    guard value.shape.count == expected.shape.count else {
      complain(
        "'\(name)' is \(value.shape), but by \(method.phrase) it is \(expected.shape)",
        at: place)
      return
    }
    let compared = (0..<(entries ?? value.shape.count)).filter { !kinks.contains($0) }
    var worst: (entry: Int, error: Double) = (0, 0)
    for entry in compared {
      let error =
        abs(value[entry] - expected[entry]) <= noise
        ? 0 : Differences.relativeError(value[entry], expected[entry])
      // NaN must not pass for agreement.
      if !(error <= worst.error) { worst = (entry, error) }
    }
    if !(worst.error <= method.tolerance) {
      wrong.insert(slot)
      let entry = value.indices(at: worst.entry, from: exercise.indexBase)
      let label = name + (entry.isEmpty ? "" : "\(entry)")
      complain(
        "the key is wrong: \(label) is \(value[worst.entry]), but by \(method.phrase) it is "
          + "\(expected[worst.entry])", at: place)
      return
    }
    note(
      Verification.Agreement(
        method: method, largestError: worst.error, kinks: kinks.count, compared: compared.count,
        total: value.shape.count), for: name)
  }

  /// Whether a value is wrong, or computed from one that is, so that there is nothing to be said.
  private func isWrong(_ slot: Program.Slot) -> Bool {
    if wrong.isEmpty { return false }
    var reached: Set<Program.Slot> = []
    var waiting = [slot]
    while let next = waiting.popLast() {
      if wrong.contains(next) { return true }
      if reached.insert(next).inserted { waiting += program.reads(of: next) }
    }
    return false
  }

  private mutating func note(_ agreement: Verification.Agreement, for name: String) {
    var list = agreements[name] ?? []
    if let index = list.firstIndex(where: { $0.method == agreement.method }) {
      list[index].largestError = max(list[index].largestError, agreement.largestError)
      list[index].kinks = max(list[index].kinks, agreement.kinks)
      list[index].compared = min(list[index].compared, agreement.compared)
    } else {
      list.append(agreement)
    }
    agreements[name] = list
  }

  private func place(of name: String) -> Range<Int> {
    exercise.steps.first { $0.name == name }?.place ?? 0..<0
  }

  private mutating func complain(
    _ message: String, at place: Range<Int>, _ kind: Complaint.Kind = .other
  ) {
    let complaint = Complaint(message, at: place, kind)
    // A wrong key is wrong in every draw; once is enough.
    if keys.insert(complaint.key).inserted { complaints.append(complaint) }
  }
}

extension String {
  fileprivate static func kink(_ gradient: String, _ loss: String) -> String {
    "\(loss) has a kink where \(gradient) is taken, so that finite differences prove nothing"
  }
}

extension Tensor {
  fileprivate func scaled(by factor: Double) -> Tensor {
    factor == 1 ? self : Tensor(shape: shape, entries: entries.map { $0 * factor })
  }
}
