import Backpropagation
import Formulas
import Numerics

/// The comparison of keys with other calculations of the same values.
extension Trial {
  /// Another calculation of a value.
  struct Calculation {
    let method: Verification.Method
    var value: Tensor
    /// Which of the entries it has.
    var entries: [Int]
    /// The entries of these at which it proves nothing.
    var kinks: Set<Int> = []
    /// How far each entry may be off, where the method knows that of itself.
    var errors: [Double]?
    /// How much of that is rounding of a loss, within which differences show nothing.
    var rounding = 0.0
    /// Where the trial's program computes it, and what that is multiplied by.
    var source: (slot: Program.Slot, factor: Double)?

    var compared: [Int] { entries.filter { !kinks.contains($0) } }
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
        slot,
        with: Calculation(
          method: .engine, value: value, entries: Array(value.entries.indices)), at: place)
    }
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

  mutating func compare(
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
        .wrongKey, [name], at: place,
        .wrong(label(name, worst, value), value[worst], other, worst)
          + (other.method == .engine ? reservation(of: slot) : ""))
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

  /// That a name is the network's, where an author gave it to something else: to a formula that has
  /// nothing in common with the network's.
  private func reservation(of slot: Program.Slot) -> String {
    guard let network = exercise.network, let quantity = exercise.quantity(of: slot),
      [.preActivation, .activation, .loss].contains(quantity.role),
      let formula = program.formula(of: slot)
    else { return "" }
    let own = NetworkExpansion(block: network).definitions.first { $0.quantity == quantity }
    guard let own, let names = (try? Formula(own.formula))?.expression.names,
      !formula.expression.names.contains(where: { names.contains($0) })
    else { return "" }
    return "; the network block has '\(own.name)' for \(own.formula), and a value of your own "
      + "needs another name"
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
  mutating func roundoff(of slot: Program.Slot, entry: Int) -> Double {
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
  func label(_ name: String, _ entry: Int, _ value: Tensor) -> String {
    let indices = value.indices(at: entry, from: exercise.indexBase)
    if indices.isEmpty { return name }
    return name + indices.inBrackets
  }
}

// MARK: - Messages

extension String {
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
