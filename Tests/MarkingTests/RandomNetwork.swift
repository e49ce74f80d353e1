import Exercises
import Foundation
import Numerics

/// A network of random sizes, activations and numbers, all its values asked for.
struct RandomNetwork {
  private let sizes: [Int]
  private let activations: [String]
  private let loss: String
  private let numbers: (weights: String, biases: String, input: String, target: String)

  init(_ random: inout SplitMix64) {
    let sizes = (0..<Int.random(in: 2...4, using: &random)).map { _ in
      Int.random(in: 1...4, using: &random)
    }
    let outputs = [
      ("sigmoid", "half-squared-error"), ("sigmoid", "binary-cross-entropy"),
      ("tanh", "mean-squared-error"), ("identity", "half-squared-error"),
      ("softmax", "cross-entropy"),
    ]
    let count = sizes[sizes.count - 1]
    var output = outputs[Int.random(in: outputs.indices, using: &random)]
    // The one output of a softmax over one unit is always 1.
    if output.0 == "softmax", count == 1 { output = outputs[0] }
    func list(_ count: Int, _ range: ClosedRange<Double>) -> String {
      let entries = (0..<count).map { _ in
        "\((random.number(from: range.lowerBound, to: range.upperBound) * 100).rounded() / 100)"
      }
      return "[" + entries.joined(separator: ", ") + "]"
    }
    let layers = zip(sizes, sizes.dropFirst())
    let weights = layers.map { inputs, outputs in
      "[" + (0..<outputs).map { _ in list(inputs, -1...1) }.joined(separator: ", ") + "]"
    }
    let biases = sizes.dropFirst().map { list($0, -0.5...0.5) }
    let hot = Int.random(in: 0..<count, using: &random)
    let target =
      output.0 == "softmax"
      ? "[" + (0..<count).map { $0 == hot ? "1" : "0" }.joined(separator: ", ") + "]"
      : list(count, 0.1...0.9)
    numbers = (
      "[" + weights.joined(separator: ", ") + "]", "[" + biases.joined(separator: ", ") + "]",
      list(sizes[0], -1...1), target
    )
    activations =
      (0..<sizes.count - 2).map { _ in
        ["sigmoid", "tanh", "relu"].randomElement(using: &random) ?? "sigmoid"
      } + [output.0]
    loss = output.1
    self.sizes = sizes
  }

  func exercise() throws -> Exercise {
    let last = sizes.count - 1
    let names =
      (1...last).flatMap { ["z\($0)", "a\($0)"] } + ["L"]
      + (1...last).reversed().map { "delta\($0)" } + (1...last).flatMap { ["dW\($0)", "db\($0)"] }
    let steps = names.map { "{ \"name\": \"\($0)\" }" }.joined(separator: ", ")
    return try Exercise.sample(
      #"""
      "network": { "sizes": \#(sizes), "activations": \#(activations), "loss": "\#(loss)",
        "weights": \#(numbers.weights), "biases": \#(numbers.biases), "input": \#(numbers.input),
        "target": \#(numbers.target) },
      "steps": [ \#(steps) ]
      """#)
  }
}
