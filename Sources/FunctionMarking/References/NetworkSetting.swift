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

  static let hiddenKey = Key("hidden", "The activation of the hidden layers; sigmoid by default.")
  static let outputKey = Key("output", "The activation of the output layer; sigmoid by default.")
  static let lossKey = Key("loss", "The loss; half-squared-error by default.")
  static let penaltyKey = Key("l2", "λ of the penalty λ/2 · Σ‖W‖² in the loss; 0 by default.")
  static let keys = [hiddenKey, outputKey, lossKey, penaltyKey]

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
  }

  /// The activation of every layer of a network of that many.
  func activations(_ layers: Int) -> [Activation] {
    Array(repeating: hidden, count: max(0, layers - 1)) + [output]
  }
}
