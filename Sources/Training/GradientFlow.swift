import Backpropagation
import Numerics

/// How the gradient fares on its way back through a deep network that has not been trained yet.
///
/// The output is a sigmoid under binary cross-entropy, so that it begins with δ = a − y, which is the
/// same whatever the function of the hidden layers. There are ten examples of ten normal numbers.
package struct GradientFlow: Sendable {
  /// What a network is made of.
  package struct Setting: Equatable, Sendable {
    package var depth = 5
    package var width = 20
    package var initialisation = Initialisation.xavier
    package var seed: UInt64 = 1

    package init() {}

    package var sizes: [Int] { [10] + Array(repeating: width, count: depth) + [1] }
  }

  /// One layer, and what its δ was made of: BP2's two factors.
  package struct Layer: Equatable, Sendable {
    package let number: Int
    package let units: Int
    /// ‖δ‖, the root of the mean square over the examples.
    package let errorSignal: Double
    /// ‖∂ℒ/∂W‖, of the mean loss.
    package let weightGradient: Double
    /// ‖W‖, of this layer's own weights.
    package let weights: Double
    /// The mean of |f′(z)|; nil at the output, where f′ and the loss cancel.
    package let slope: Double?
    /// By what Wᵀ of the layer above, and then f′, multiply ‖δ‖; nil at the output.
    package let factors: (weights: Double, slopes: Double)?
    /// Units that are 0 for every example.
    package let deadUnits: Int

    package static func == (one: Layer, other: Layer) -> Bool {
      one.number == other.number && one.errorSignal == other.errorSignal
        && one.weightGradient == other.weightGradient
    }
  }

  package let activation: Activation
  /// From the first to the output.
  package let layers: [Layer]

  package static let exampleCount = 10

  /// - Throws: ``NetworkError``, for sizes that cannot be.
  package init(_ setting: Setting, _ activation: Activation) throws(NetworkError) {
    // The same examples and, but for their size, the same weights for every function.
    var random = SplitMix64(seededBy: "depth \(setting.seed)")
    let sizes = setting.sizes
    let inputs = (0..<GradientFlow.exampleCount).map { _ in
      (0..<sizes[0]).map { _ in random.normal() }
    }
    let targets = inputs.indices.map { _ in [random.next() & 1 == 0 ? 0.0 : 1] }
    let architecture = try Architecture(
      sizes: sizes, activations: (0..<setting.depth).map { _ in activation } + [.sigmoid],
      loss: .binaryCrossEntropy)
    let network = try Network(
      architecture, parameters: setting.initialisation.parameters(of: sizes, using: &random))
    let gradients = try network.gradients(for: Samples(inputs: inputs, targets: targets))
    self.activation = activation
    layers = GradientFlow.layers(of: network, gradients)
  }

  private static func layers(of network: Network, _ gradients: Gradients) -> [Layer] {
    let (layers, signals) = (network.layers, gradients.errorSignals)
    return layers.indices.map { index in
      let activations = gradients.forwardPass.activations[index]
      let isOutput = index == layers.count - 1
      let size = rootMeanSquare(signals[index])
      var slope: Double?
      var factors: (Double, Double)?
      if !isOutput {
        let slopes = layers[index].activation.slopes(
          at: gradients.forwardPass.preActivations[index].entries)
        slope = slopes.reduce(0) { $0 + abs($1) } / Double(slopes.count)
        let above = rootMeanSquare(signals[index + 1])
        let carried = rootMeanSquare(product(layers[index + 1].weights, signals[index + 1]))
        factors = (above > 0 ? carried / above : 0, carried > 0 ? size / carried : 0)
      }
      return Layer(
        number: index + 1, units: activations.rows, errorSignal: size,
        weightGradient: length(gradients.weightGradients[index].entries),
        weights: length(layers[index].weights.entries), slope: slope, factors: factors,
        deadUnits: layers[index].activation.canDie ? deadUnits(activations) : 0)
    }
  }

  /// Wᵀ δ, one column for each example.
  private static func product(_ weights: Matrix, _ signals: Matrix) -> Matrix {
    var entries: [Double] = []
    for source in 0..<weights.columns {
      for example in 0..<signals.columns {
        var sum = 0.0
        for row in 0..<weights.rows { sum += weights[row, source] * signals[row, example] }
        entries.append(sum)
      }
    }
    return Matrix(rows: weights.columns, columns: signals.columns, entries: entries)
  }

  private static func rootMeanSquare(_ matrix: Matrix) -> Double {
    length(matrix.entries) / Double(max(matrix.columns, 1)).squareRoot()
  }

  private static func length(_ numbers: [Double]) -> Double {
    numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private static func deadUnits(_ activations: Matrix) -> Int {
    (0..<activations.rows).count { row in
      (0..<activations.columns).allSatisfy { activations[row, $0] == 0 }
    }
  }
}

// MARK: - As a page asks for it

extension GradientFlow.Setting {
  /// - Throws: What cannot be, in a sentence.
  package init(_ lines: KeyedLines) throws(TrainingFault) {
    depth = try lines.number("depth", "The number of hidden layers", in: 1...20, otherwise: 5)
    width = try lines.number("width", "The width", in: 1...64, otherwise: 20)
    initialisation = Initialisation(rawValue: lines.value("initialisation") ?? "") ?? .xavier
    seed = try lines.seed()
  }
}
