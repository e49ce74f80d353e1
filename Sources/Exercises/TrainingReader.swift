import Backpropagation
import Formulas
import LocatedJSON

/// Reads how the parameters of a network block are trained: η, λ, what is frozen, the optimiser.
struct TrainingReader {
  let object: ObjectReader
  let report: ProblemReport

  /// η; nil where there is no step.
  var learningRate: Double? {
    number(NetworkKeys.learningRate) { $0 > 0 ? nil : .noRate }
  }

  /// λ of the penalty on the weights.
  var penalty: Double? {
    number(NetworkKeys.penalty) { $0 >= 0 ? nil : "'l2' must not be negative" }
  }

  /// How the step is made, with constants that no other optimiser has.
  var optimiser: Optimiser {
    let word: LocatedString? = object.optional(NetworkKeys.optimiser)
    let name = word.flatMap { NetworkUpdate.Name($0, calling: "an optimiser", report) }
    if let word, object.value(NetworkKeys.learningRate) == nil {
      report.report("an optimiser needs the key 'learningRate'", at: word.range)
    }
    if word == nil || name != nil { reportStrangers(to: name ?? .sgd) }
    switch name ?? .sgd {
    case .sgd: return .descent
    case .momentum: return .momentum(share(NetworkKeys.momentum) ?? 0.9)
    case .adam:
      let step: Int? = object.optional(NetworkKeys.step)
      if let step, step < 1, let value = object.value(NetworkKeys.step) {
        report.report("'t' counts the steps from 1", at: value)
      }
      return .adam(
        Optimiser.Adam(
          beta1: share(NetworkKeys.beta1) ?? 0.9, beta2: share(NetworkKeys.beta2) ?? 0.999,
          epsilon: number(NetworkKeys.epsilon) {
            $0 >= 0 ? nil : "'epsilon' must not be negative"
          } ?? 1e-8,
          step: Double(step ?? 1)))
    }
  }

  /// The weights and biases that are not trained.
  func frozen(layers: Int) -> Set<ParameterSet> {
    let names: [LocatedString]? = object.optionalArray(NetworkKeys.frozen)
    let all = ParameterSet.all(ofLayers: layers)
    return Set(
      (names ?? []).compactMap { name in
        parameters(name.text, at: name.range, among: all)
      })
  }

  /// What the optimiser remembers, by the names of parameters.
  func moments(of block: NetworkBlock) -> [Quantity: Tensor] {
    var moments: [Quantity: Tensor] = [:]
    for moment in block.update?.memory ?? [] {
      let key = moment.key
      guard let value = object.value(key) else { continue }
      guard case .object(let members) = value.kind else {
        report.report("'\(key.name)' must be an object of parameters and values", at: value)
        continue
      }
      for member in members {
        guard
          let parameters = parameters(member.name, at: member.nameRange, among: block.trained),
          let tensor = Tensor(member.value, calling: "'\(member.name)'", report: report)
        else { continue }
        let expected = block.shape(of: parameters)
        guard tensor.shape == expected else {
          report.report(
            "what is kept of '\(member.name)' must be \(expected) as it is, but it is "
              + "\(tensor.shape)", at: member.value)
          continue
        }
        if moment == .oldSecond, tensor.entries.contains(where: { $0 < 0 }) {
          report.report("a mean of squares is not negative", at: member.value)
          continue
        }
        moments[Quantity(parameters.moment(moment), layer: parameters.layer)] = tensor
      }
    }
    return moments
  }

  // MARK: Parts

  private func parameters(
    _ name: String, at range: Range<Int>, among all: [ParameterSet]
  ) -> ParameterSet? {
    if let found = all.first(where: { $0.name == name }) { return found }
    report.report(.noParameter(name, all.map { $0.name }), at: range)
    return nil
  }

  private func number(_ key: Key, _ complaint: (Double) -> String?) -> Double? {
    guard let number: Double = object.optional(key) else { return nil }
    if let complaint = complaint(number) {
      report.report(complaint, at: object.value(key)?.range ?? object.range)
    }
    return number
  }

  private func share(_ key: Key) -> Double? {
    number(key) { (0..<1).contains($0) ? nil : "'\(key.name)' must be from 0 to below 1" }
  }

  /// Reports the keys that belong to another optimiser.
  private func reportStrangers(to name: NetworkUpdate.Name) {
    for other in NetworkUpdate.Name.allCases where other != name {
      for key in other.keys where !name.keys.contains(key) {
        guard let value = object.value(key) else { continue }
        report.report("'\(key.name)' belongs to the optimiser '\(other.rawValue)'", at: value)
      }
    }
  }
}

extension NetworkUpdate {
  /// What exercises call the optimisers.
  enum Name: String, CaseIterable {
    case sgd
    case momentum
    case adam

    /// The keys of its constants and its memory.
    var keys: [Key] {
      switch self {
      case .sgd: []
      case .momentum: [NetworkKeys.momentum, NetworkKeys.velocities]
      case .adam:
        [
          NetworkKeys.beta1, NetworkKeys.beta2, NetworkKeys.epsilon, NetworkKeys.step,
          NetworkKeys.firstMoments, NetworkKeys.secondMoments,
        ]
      }
    }
  }
}

extension Quantity.Moment {
  /// Where a file has its value before the step.
  fileprivate var key: Key {
    switch self {
    case .oldFirst, .first, .correctedFirst: NetworkKeys.firstMoments
    case .oldSecond, .second, .correctedSecond: NetworkKeys.secondMoments
    case .oldVelocity, .velocity: NetworkKeys.velocities
    }
  }
}

// MARK: - Messages

extension String {
  fileprivate static let noRate =
    "'learningRate' must be above 0: a step of gradient descent goes against the gradient"

  fileprivate static func noParameter(_ name: String, _ known: [String]) -> String {
    let near = Spelling.nearest(to: name, among: known)
    return "'\(name)' is nothing that this network trains; "
      + (near.map { "did you mean '\($0)'?" } ?? "it has \(known.joined(separator: ", "))")
  }
}
