import Backpropagation
import Formulas
import Numerics

/// The comparison of keys with other calculations of the same values.
extension Trial {
  /// Another calculation of a value.
  struct Calculation {
    let method: Verification.Method
    let value: Tensor
    /// How many of the entries it has, from the first on.
    let count: Int
    /// The entries of these at which it proves nothing.
    var kinks: Set<Int> = []
    /// How far each entry may be off, where the method knows that of itself.
    var errors: [Double]?
    /// How much of that is rounding of a loss, within which differences show nothing.
    var rounding = 0.0
    /// Where the trial's program computes it, and what that is multiplied by.
    var source: (slot: Program.Slot, factor: Double)?

    var compared: [Int] { (0..<count).filter { !kinks.contains($0) } }
  }

  /// Compares the values of a network block with the reference engine.
  mutating func compareWithEngine() {
    guard let network = exercise.network else { return }
    func tensors(_ role: Quantity.Role) -> [Tensor] {
      (1...network.layerCount).compactMap { exercise.slot(of: role, layer: $0) }
        .map { evaluation.value(of: $0) }
    }
    let values: [Quantity: Tensor]
    do {
      let (weights, biases) = (tensors(.weight), tensors(.bias))
      values = try network.engineValues(weights: weights, biases: biases)
      if let row = try network.engineContradiction(weights: weights, biases: biases) {
        note(.engineFails, [], at: 0..<0, .contradiction(row))
        return
      }
    } catch {
      note(.engineFails, [], at: 0..<0, .cannotRun(error))
      return
    }
    // In the order of computation, so that only the first wrong value of a chain is reported.
    for slot in program.definitions {
      guard let quantity = exercise.quantity(of: slot), let value = values[quantity],
        exercise.slot(of: quantity) == slot
      else { continue }
      let name = program.name(of: slot)
      let place = exercise.steps.first { $0.name == name }?.place ?? 0..<0
      compare(
        slot, with: Calculation(method: .engine, value: value, count: value.shape.count),
        at: place)
    }
  }

  /// Compares every declared gradient with reverse mode and with central differences.
  mutating func compareGradients() {
    for (check, reverse) in gradients {
      guard let gradient = program.slot(named: check.gradient),
        let loss = program.slot(named: check.loss),
        let parameter = program.slot(named: check.parameter), !isWrong(loss)
      else { continue }
      let shape = program.shape(of: gradient)
      evaluation.run(reverse)
      let value = evaluation.value(of: reverse).scaled(by: check.factor).reshaped(to: shape)
      compare(
        gradient,
        with: Calculation(
          method: .reverseMode, value: value, count: shape.count,
          source: (reverse, check.factor)),
        at: check.place)
      if let differences = differences(check, gradient, of: loss, by: parameter) {
        compare(gradient, with: differences, at: check.place)
      }
    }
  }

  /// The gradient by central differences, with what they may be off by.
  private mutating func differences(
    _ check: Exercise.GradientCheck, _ gradient: Program.Slot, of loss: Program.Slot,
    by parameter: Program.Slot
  ) -> Calculation? {
    let claimed = evaluation.value(of: gradient)
    let count = min(claimed.shape.count, Verification.mostDifferences)
    let whole = evaluation.differences(of: loss, by: parameter, entries: 0..<count)
    if exercise.hasOwnNumbers, let entry = whole.kinks.min() {
      let label = label(check.gradient, entry, claimed)
      note(.gradientAtKink, [check.gradient], at: check.place, .kink(label, check.loss))
    }
    let rounding =
      check.factor
      * CentralDifference.roundingError(
        of: evaluation.entry(0, of: loss), over: 2 * CentralDifference.step)
    var errors = [Double](repeating: rounding, count: count)
    for entry in 0..<count where !whole.kinks.contains(entry) {
      let slope = whole.slopes[entry]
      if abs(claimed[entry] - check.factor * slope) <= errors[entry] { continue }
      let half = evaluation.differences(
        of: loss, by: parameter, entries: entry..<entry + 1, step: CentralDifference.step / 2)
      errors[entry] +=
        check.factor
        * (CentralDifference.curvatureError(whole: slope, half: half.slopes[entry])
          + roundoff(of: loss, entry: 0) / CentralDifference.step)
    }
    return Calculation(
      method: .finiteDifferences,
      value: whole.slopes.scaled(by: check.factor).reshaped(to: claimed.shape), count: count,
      kinks: whole.kinks, errors: errors, rounding: rounding)
  }

  /// Compares every key with the further ways to it that the author names.
  mutating func compareWays() {
    for step in exercise.valueSteps where !isWrong(step.slot) {
      let key = evaluation.value(of: step.slot)
      for way in step.ways {
        guard let place = way.place else { continue }
        evaluation.run(way.slot)
        let value = evaluation.value(of: way.slot)
        for entry in key.entries.indices {
          let distance = abs(value[entry] - key[entry])
          let size = max(abs(value[entry]), abs(key[entry]))
          // Written so that what is not a number is refused.
          if distance <= Trial.share * size { continue }
          let rounding =
            roundoff(of: step.slot, entry: entry) + roundoff(of: way.slot, entry: entry)
          if distance <= Trial.share * size + rounding { continue }
          note(
            .wayDiffers, [step.name], at: place,
            .otherWay(label(step.name, entry, key), key[entry], value[entry]))
          break
        }
      }
    }
  }

  // MARK: One comparison

  private mutating func compare(
    _ slot: Program.Slot, with other: Calculation, at place: Range<Int>
  ) {
    guard !isWrong(slot) else { return }
    let (name, value) = (program.name(of: slot), evaluation.value(of: slot))
    guard value.shape.count == other.value.shape.count else {
      note(.wrongKey, [name], at: place, .otherShape(name, value, other))
      return
    }
    let compared = other.compared
    let off = compared.filter { !agrees(slot, value, other, at: $0) }
    func error(_ entry: Int) -> Double { RelativeError.between(value[entry], other.value[entry]) }
    // What is not a number is worst.
    if let worst = off.first(where: { error($0).isNaN }) ?? off.max(by: { error($0) < error($1) }) {
      markAsWrong(slot)
      note(
        .wrongKey, [name], at: place, .wrong(label(name, worst, value), value[worst], other, worst))
      return
    }
    let largest = compared.reduce(0) { largest, entry in
      abs(value[entry] - other.value[entry]) <= other.rounding
        ? largest : max(largest, error(entry))
    }
    note(
      Verification.Agreement(
        method: other.method, largestError: largest, kinks: other.kinks.count,
        compared: compared.count, total: value.shape.count),
      for: name)
  }

  /// Whether two calculations of an entry agree, to nine digits or as far as rounding lets them.
  private mutating func agrees(
    _ slot: Program.Slot, _ value: Tensor, _ other: Calculation, at entry: Int
  ) -> Bool {
    let (mine, theirs) = (value[entry], other.value[entry])
    var allowed = Trial.share * max(abs(mine), abs(theirs)) + (other.errors?[entry] ?? 0)
    if abs(mine - theirs) <= allowed { return true }
    if other.errors != nil { return false }
    allowed += roundoff(of: slot, entry: entry)
    if let source = other.source {
      allowed += abs(source.factor) * roundoff(of: source.slot, entry: entry)
    }
    return abs(mine - theirs) <= allowed
  }

  /// How far rounding may have thrown an entry off.
  private mutating func roundoff(of slot: Program.Slot, entry: Int) -> Double {
    var roundoff = self.roundoff ?? Roundoff(of: evaluation)
    self.roundoff = nil
    defer { self.roundoff = roundoff }
    return roundoff.error(of: slot, entry: entry, in: evaluation)
  }

  /// The largest relative difference of two calculations that follow the same formulas.
  ///
  /// They differ by rounding, which is measured where it matters; but authors type keys with ten
  /// digits, which are to pass too.
  private static let share = 1e-9

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

  /// The name of an entry, counted from 0 through the rows: `dW1[2, 1]`.
  private func label(_ name: String, _ entry: Int, _ value: Tensor) -> String {
    let indices = value.indices(at: entry, from: exercise.indexBase)
    if indices.isEmpty { return name }
    return name + indices.inBrackets
  }
}

// MARK: - Messages

extension String {
  fileprivate static func kink(_ gradient: String, _ loss: String) -> String {
    "\(loss) has a kink where \(gradient) is taken, so that finite differences prove nothing"
  }

  fileprivate static func cannotRun(_ error: NetworkError) -> String {
    "the engine cannot run this network: \(error)"
  }

  fileprivate static func contradiction(_ row: FiniteDifference) -> String {
    "the engine contradicts the finite differences of its own loss, so that it proves nothing: \(row)"
  }

  fileprivate static func otherShape(
    _ name: String, _ value: Tensor, _ other: Trial.Calculation
  ) -> String {
    "'\(name)' is \(value.shape), but by \(other.method.phrase) it is \(other.value.shape)"
  }

  fileprivate static func otherWay(_ label: String, _ key: Double, _ way: Double) -> String {
    "this is no way to the key: \(label) is \(key), but by this formula \(way)"
  }

  fileprivate static func wrong(
    _ label: String, _ value: Double, _ other: Trial.Calculation, _ entry: Int
  ) -> String {
    "the key is wrong: \(label) is \(value), but by \(other.method.phrase) it is "
      + "\(other.value[entry])"
  }
}
