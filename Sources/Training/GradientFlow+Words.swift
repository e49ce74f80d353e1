import Backpropagation
import Numerics

/// What becomes of a gradient on its way back.
package enum FlowVerdict: String, CaseIterable, Sendable {
  case vanishing
  case shrinking
  case steady
  case growing
  case exploding
  case dead

  /// The word that is said.
  package var word: String {
    self == .steady ? "keeps its size" : rawValue
  }
}

extension GradientFlow {
  /// ‖δ‖ of the first layer against that of the output.
  package var ratio: Double {
    guard let first = layers.first, let last = layers.last, last.errorSignal > 0 else { return 0 }
    return first.errorSignal / last.errorSignal
  }

  /// What happens to the gradient: less than a hundredth arrives and it is vanishing, more than a
  /// hundred times as much and it is exploding; within a factor of ten it keeps its size.
  package var verdict: FlowVerdict {
    if isDead { return .dead }
    let ratio = ratio
    if !(ratio <= 100) { return .exploding }
    if ratio > 10 { return .growing }
    if ratio < 0.01 { return .vanishing }
    return ratio < 0.1 ? .shrinking : .steady
  }

  /// The verdict with its numbers, in sentences.
  package var words: String {
    guard let first = layers.first, let last = layers.last else { return "" }
    if let dead = layers.last(where: { $0.deadUnits == $0.units }) {
      return "All \(dead.units) units of layer \(dead.number) are 0 for every example, and so is "
        + "f′ there: from that layer down δ is 0, and no weight below learns anything."
    }
    if isDead {
      return "No example reaches layer 1 with its δ: every path goes through a unit that is 0."
    }
    let (from, to) = (NumberText.brief(last.errorSignal), NumberText.brief(first.errorSignal))
    let ratio = ratio
    let times =
      ratio < 1
      ? "is divided by \(NumberText.brief(1 / ratio))"
      : "is multiplied by \(NumberText.brief(ratio))"
    var text =
      "From the output (layer \(last.number)) back to layer 1, ‖δ‖ goes from \(from) to \(to): it "
      + "\(times). "
    text +=
      "Each layer multiplies it by \(NumberText.brief(mean { $0.weights * $0.slopes }, digits: 2)) "
      + "on average: Wᵀ by \(NumberText.brief(mean { $0.weights }, digits: 2)), f′ by "
      + "\(NumberText.brief(mean { $0.slopes }, digits: 2))."
    if let remark { text += " " + remark }
    return text
  }

  private var isDead: Bool { (layers.first?.errorSignal ?? 0) == 0 }

  /// What the function has to do with it.
  private var remark: String? {
    let slopes = layers.compactMap { $0.slope }
    let slope = slopes.reduce(0, +) / Double(max(slopes.count, 1))
    let dead = layers.reduce(0) { $0 + $1.deadUnits }
    switch activation {
    case .sigmoid:
      return "σ′ is at most 0.25; here it is \(NumberText.brief(slope, digits: 2)) on average."
    case .tanh where slope < 0.3:
      return
        "The units are saturated: tanh′ is only \(NumberText.brief(slope, digits: 2)) on average."
    case .relu where dead > 0:
      return "\(dead) \(dead == 1 ? "unit is" : "units are") 0 for every example: dead."
    case .relu:
      return
        "ReLU′ is 1 for \(NumberText.brief(100 * slope, digits: 2))% of the units and 0 for the "
        + "others."
    default: return nil
    }
  }

  /// The mean that gives the whole when each layer has it.
  private func mean(_ factor: ((weights: Double, slopes: Double)) -> Double) -> Double {
    let logs = layers.compactMap { $0.factors.map { Math.log(factor($0)) } }
    return Math.exp(logs.reduce(0, +) / Double(max(logs.count, 1)))
  }
}
