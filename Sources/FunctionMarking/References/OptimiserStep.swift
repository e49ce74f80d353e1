import Backpropagation

/// A step of an optimiser, which may remember the gradients before: what references and slips share.
///
/// All parameters are treated alike, entry by entry, so that a slip is one rule for a single number.
struct OptimiserStep: Sendable {
  /// What is kept of every parameter, as it is called behind `weight` and `bias`.
  let memory: [String]

  /// The new parameter and the new memory, from the old parameter, its gradient and the old memory.
  typealias Rule = @Sendable (Double, Double, [Double]) -> (parameter: Double, memory: [Double])

  /// A step that remembers nothing.
  static let descent = OptimiserStep(memory: [])

  /// w − η g.
  static func descending(_ rate: Double) -> Rule {
    { old, slope, _ in (old - rate * slope, []) }
  }

  /// The parameters after the step, and then what is kept; nil where the arguments do not fit.
  ///
  /// What is frozen stays as it is, with what is kept of it.
  ///
  /// - Parameters:
  ///   - gradients: dW and db of every layer.
  ///   - biasRule: The rule of the biases, where it is another.
  func value(
    _ arguments: ReferenceArguments, along gradients: FunctionValue?, by rule: Rule?,
    biases biasRule: Rule? = nil
  ) -> FunctionValue? {
    guard let rule, case .tuple(let slopes)? = gradients, slopes.count == 2 else { return nil }
    var parts: [[FunctionValue]] = .init(repeating: [], count: memory.count + 1)
    for (kind, slopes) in zip(["weight", "bias"], slopes) {
      let isBias = kind == "bias"
      let rule = isBias ? biasRule ?? rule : rule
      let plural = kind == "weight" ? "weights" : "biases"
      let names = [plural] + memory.map { kind + $0 }
      let old = names.compactMap { arguments.value($0) }
      let numbers = old.map { $0.numbers }
      // Lists of other shapes belong to no parameter.
      guard old.count == names.count, old.allSatisfy({ $0.hasForm(of: slopes) }) else { return nil }
      let moves = arguments.setting.moves(slopes, isBias: isBias)
      let new = slopes.numbers.enumerated().map { index, slope in
        let memory = numbers.dropFirst().map { $0[index] }
        return moves[index]
          ? rule(numbers[0][index], slope, memory)
          : (parameter: numbers[0][index], memory: memory)
      }
      parts[0].append(old[0].holding(new.map { $0.parameter }))
      for place in memory.indices {
        parts[place + 1].append(old[place + 1].holding(new.map { $0.memory[place] }))
      }
    }
    return .tuple(parts.flatMap { $0 })
  }

  /// A rule with the right gradients.
  func slip(
    _ id: String, _ says: String,
    _ rule: @escaping @Sendable (ReferenceArguments) -> Rule?
  ) -> ReferenceSlip {
    ReferenceSlip(id: id, says: .init(words: says)) { arguments in
      value(
        arguments, along: arguments.gradients(of: arguments.network, arguments.sample),
        by: rule(arguments))
    }
  }

  /// All that is done wrongly in computing the gradients, with the right rule.
  func search(
    _ rule: @escaping @Sendable (ReferenceArguments) -> Rule?
  ) -> NetworkSearch {
    NetworkSearch(choices: NetworkChoices.ofGradients) { program, arguments in
      value(
        program.trained(arguments), along: program.gradients(of: arguments, isBatch: false),
        by: rule(arguments))
    }
  }

  /// One number after the engine's step.
  static func engine(
    _ optimiser: Optimiser, _ rate: Double, _ old: Double, _ slope: Double, _ memory: [Double]
  ) -> (parameter: Double, memory: [Double]) {
    var moments = Moments(first: [memory[0]], second: [memory.count > 1 ? memory[1] : 0])
    let new = optimiser.step([old], along: [slope], learningRate: rate, moments: &moments)
    return (new[0], Array([moments.first[0], moments.second[0]].prefix(memory.count)))
  }
}

extension NetworkSetting {
  /// For each number in lists of all layers, whether it is trained.
  fileprivate func moves(_ layers: FunctionValue, isBias: Bool) -> [Bool] {
    guard case .array(let layers) = layers else { return [] }
    return layers.enumerated().flatMap { index, layer in
      layer.numbers.map { _ in isTrained(isBias: isBias, layer: index + 1) }
    }
  }
}

extension FunctionValue {
  /// Whether lists have the same lengths on every level.
  fileprivate func hasForm(of other: FunctionValue) -> Bool {
    switch (self, other) {
    case (.array(let own), .array(let others)):
      own.count == others.count && zip(own, others).allSatisfy { $0.hasForm(of: $1) }
    case (.array, _), (_, .array): false
    default: true
    }
  }

  /// The same lists with other numbers in them.
  fileprivate func holding(_ numbers: [Double]) -> FunctionValue {
    var rest = numbers[...]
    return holding(&rest)
  }

  private func holding(_ rest: inout ArraySlice<Double>) -> FunctionValue {
    guard case .array(let items) = self else { return .double(rest.removeFirst()) }
    var held: [FunctionValue] = []
    for item in items { held.append(item.holding(&rest)) }
    return .array(held)
  }
}
