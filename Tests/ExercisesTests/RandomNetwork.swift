import Backpropagation
import Numerics

@testable import Exercises

/// The text of a `network` block with numbers drawn at random.
struct RandomNetwork {
  var sizes = [3, 4, 2]
  var activations: [Activation] = [.tanh, .sigmoid]
  var loss = Loss.halfSquaredError
  var layout = NetworkBlock.WeightLayout.destinationSource
  /// Nil for one sample that is not in a list.
  var sampleCount: Int?
  var isOneHot = true
  var learningRate: Double?
  var isChosen = false

  /// The exercise that asks for everything the network defines.
  func text(seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    let layers = 1..<sizes.count
    let weights = layers.map { layer -> [[Double]] in
      let shape =
        layout == .destinationSource
        ? (sizes[layer], sizes[layer - 1]) : (sizes[layer - 1], sizes[layer])
      return (0..<shape.0).map { _ in numbers(shape.1, &random) }
    }
    let biases = layers.map { numbers(sizes[$0], &random) }
    let inputs = (0..<(sampleCount ?? 1)).map { _ in numbers(sizes[0], &random) }
    let targets = (0..<(sampleCount ?? 1)).map { target($0, &random) }
    let isBatch = sampleCount != nil
    let parameters =
      isChosen
      ? #""weights": "choose""# : "\"weights\": \(weights),\n    \"biases\": \(biases)"
    let samples =
      isBatch
      ? "\"inputs\": \(inputs),\n    \"targets\": \(targets)"
      : "\"input\": \(inputs[0]),\n    \"target\": \(targets[0])"
    let rate = learningRate.map { ", \"learningRate\": \($0)" } ?? ""
    return sample(
      """
        "network": {
          "sizes": \(sizes), "activations": \(activations.map(\.rawValue)),
          "loss": "\(loss.rawValue)", "weightLayout": "\(layout.rawValue)"\(rate),
          \(parameters),
          \(samples)
        },
        "steps": [\(names.map { "{ \"name\": \"\($0)\" }" }.joined(separator: ", "))]
      """)
  }

  /// Every value that the network must define.
  var names: [String] {
    let (z, a) = sampleCount == nil ? ("z", "a") : ("Z", "A")
    let layers = 1..<sizes.count
    let updated =
      layers.flatMap { ["W\($0)_new", "b\($0)_new", "\(z)\($0)_new", "\(a)\($0)_new"] }
      + ["L_new"]
    return layers.flatMap { ["\(z)\($0)", "\(a)\($0)", "delta\($0)", "dW\($0)", "db\($0)"] }
      + ["L"] + (learningRate == nil ? [] : updated)
  }

  private func numbers(_ count: Int, _ random: inout SplitMix64) -> [Double] {
    (0..<count).map { _ in random.number(from: -1, to: 1) }
  }

  /// A target that suits the loss: for the entropies a distribution or a probability each,
  /// for the hinge loss −1 or 1.
  private func target(_ sample: Int, _ random: inout SplitMix64) -> [Double] {
    let count = sizes[sizes.count - 1]
    if loss == .crossEntropy, isOneHot {
      return (0..<count).map { $0 == sample % count ? 1 : 0 }
    }
    return (0..<count).map { _ in
      let number = random.number(from: 0, to: 1)
      return loss != .hinge ? number : number < 0.5 ? -1 : 1
    }
  }
}

extension RandomNetwork: CustomStringConvertible {
  var description: String {
    let data = sampleCount.map { "\($0) samples" } ?? "one sample"
    let words = activations.map(\.rawValue).joined(separator: "–")
    return "\(words), \(loss.rawValue), \(layout.rawValue), \(data)"
      + (isOneHot ? "" : ", targets not one-hot") + (learningRate == nil ? "" : ", an update")
  }
}
