import Backpropagation
import Exercises
import LocatedJSON

/// Activations and loss of the networks that a function is tried on.
package struct NetworkSetting: Hashable, Sendable {
  var hidden = Activation.sigmoid
  var output = Activation.sigmoid
  package var loss = Loss.halfSquaredError
  /// λ of the penalty λ/2 · Σ‖W‖² in the loss.
  var penalty = 0.0
  /// Whether the units of a layer share one bias: what belongs to biases is then a number a layer.
  var hasSharedBiases = false
  /// What is not trained: its gradient is 0, and a step leaves it as it is.
  var frozen: Set<ParameterSet> = []

  static let hiddenKey = Key("hidden", "The activation of the hidden layers; sigmoid by default.")
  static let outputKey = Key("output", "The activation of the output layer; sigmoid by default.")
  static let lossKey = Key("loss", "The loss; half-squared-error by default.")
  static let penaltyKey = Key("l2", "λ of the penalty λ/2 · Σ‖W‖² in the loss; 0 by default.")
  static let sharedBiasesKey = Key(
    "sharedBiases", "Whether each layer has one bias, so that \"biases\" is a list of numbers.")
  static let frozenKey = Key(
    "frozen", "Weights and biases that are not trained, such as [\"W1\", \"b1\"].")
  static let keys = [hiddenKey, outputKey, lossKey, penaltyKey, sharedBiasesKey, frozenKey]

  init() {}

  /// Reads the settings, reporting everything that is wrong with them.
  init?(_ value: LocatedValue, report: ProblemReport) {
    guard
      let object = ObjectReader(
        value, describing: "'network' of a function", keys: NetworkSetting.keys, report: report)
    else { return nil }
    func read<Word: RawRepresentable & CaseIterable>(
      _ key: Key, _ noun: String
    ) -> Word? where Word.RawValue == String {
      let name: LocatedString? = object.optional(key)
      return name.flatMap { Word($0, calling: noun, report) }
    }
    hidden = read(NetworkSetting.hiddenKey, "an activation") ?? hidden
    output = read(NetworkSetting.outputKey, "an activation") ?? output
    loss = read(NetworkSetting.lossKey, "a loss") ?? loss
    penalty = object.optional(NetworkSetting.penaltyKey) ?? penalty
    if penalty < 0, let value = object.value(NetworkSetting.penaltyKey) {
      report.report("'l2' must not be negative", at: value)
    }
    hasSharedBiases = object.optional(NetworkSetting.sharedBiasesKey) ?? false
    let names: [LocatedString] = object.optionalArray(NetworkSetting.frozenKey) ?? []
    for name in names {
      if let parameters = NetworkSetting.freezable.first(where: { $0.name == name.text }) {
        frozen.insert(parameters)
      } else {
        report.report(.noParameter(name.text), at: name.range)
      }
    }
  }

  private static let freezable = ParameterSet.all(ofLayers: RandomInputs.Networks.mostLayers)

  /// The activation of every layer of a network of that many.
  func activations(_ layers: Int) -> [Activation] {
    Array(repeating: hidden, count: max(0, layers - 1)) + [output]
  }

  /// - Parameter layer: Counted from 1.
  func isTrained(isBias: Bool, layer: Int) -> Bool {
    !frozen.contains(ParameterSet(isBias: isBias, layer: layer))
  }

  /// What the functions of a reference have for its lists of biases, and of what belongs to them.
  func type(of name: String?, _ type: ValueType) -> ValueType {
    hasSharedBiases && NetworkSetting.ofBiases.contains(name ?? "") ? .vector : type
  }

  private static let ofBiases: Set = [
    "biases", "db", "biasVelocities", "biasFirstMoments", "biasSecondMoments",
  ]
}

// MARK: - Messages

extension String {
  fileprivate static func noParameter(_ name: String) -> String {
    "'\(name)' is nothing that these networks train; write W1 or b1 for the weights or biases of "
      + "layer 1, and so on"
  }
}
