import Numerics

/// Compares every entry of a gradient with a central difference of the loss.
///
/// The numerical gradient of a parameter w is `(ℒ(w + ε) − ℒ(w − ε)) / 2ε`, and it confirms a
/// gradient that is no farther away than its own error; see ``CentralDifference``.
package struct FiniteDifferenceCheck: Equatable, Sendable {
  /// One row for each parameter, in the network's order.
  package let rows: [FiniteDifference]
  /// ε, for parameters up to 1.
  package let step: Double

  /// Checks all parameters, with two forward passes for each, and two more where those leave a doubt.
  ///
  /// - Parameter analytical: the gradient to check, one entry for each parameter in the network's
  ///   order; without it, the network's own from BP1 to BP4.
  /// - Throws: ``NetworkError`` when the samples, or the gradient, do not fit the network.
  package init(
    of network: Network, on samples: Samples, analytical: [Double]? = nil,
    step: Double = CentralDifference.step
  ) throws(NetworkError) {
    var workspace = Workspace(for: network.architecture, sampleCount: samples.count)
    try workspace.load(samples)
    let loss = workspace.forward(network)
    workspace.backward(network)
    let gradient = analytical ?? workspace.parameterGradients
    guard gradient.count == network.parameterCount else {
      throw .parameterCount(found: gradient.count, expected: network.parameterCount)
    }
    self.step = step
    var probe = ParameterProbe(network, workspace, loss: loss)
    self.rows = network.architecture.parameters.enumerated().map { index, parameter in
      probe.row(of: parameter, at: index, analytical: gradient[index], step, &workspace)
    }
  }

  /// The rows where the gradient is none of the loss.
  package var disagreements: [FiniteDifference] { rows.filter { !$0.agrees } }
}

/// Moves one parameter of a network after the other.
private struct ParameterProbe {
  private var kinks: Kinks
  private var moved: [Double]
  /// The size of the numbers whose rounding the loss has.
  private let scale: Double

  /// - Parameter workspace: Its last passes were the network's own, with this loss.
  init(_ network: Network, _ workspace: borrowing Workspace, loss: Double) {
    kinks = Kinks(workspace)
    moved = network.parameters
    scale = max(abs(loss), workspace.roundingScale)
  }

  mutating func row(
    of parameter: Parameter, at index: Int, analytical: Double, _ step: Double,
    _ workspace: inout Workspace
  ) -> FiniteDifference {
    let whole = difference(at: index, step, &workspace)
    var error = CentralDifference.roundingError(of: scale, over: whole.distance)
    if !(abs(analytical - whole.slope) <= error) {
      let half = difference(at: index, step / 2, &workspace)
      error += CentralDifference.curvatureError(whole: whole.slope, half: half.slope)
    }
    return FiniteDifference(
      parameter: parameter, analytical: analytical, numerical: whole.slope, error: error,
      lossAbove: whole.above, lossBelow: whole.below, isDifferentiable: whole.isDifferentiable)
  }

  private struct Difference {
    let above: Double
    let below: Double
    let distance: Double
    let isDifferentiable: Bool

    var slope: Double { (above - below) / distance }
  }

  private mutating func difference(
    at index: Int, _ step: Double, _ workspace: inout Workspace
  ) -> Difference {
    let value = moved[index]
    let (high, low) = CentralDifference.neighbours(of: value, step: step)
    moved[index] = high
    let above = workspace.forward(moved)
    kinks.remember(workspace)
    moved[index] = low
    let below = workspace.forward(moved)
    moved[index] = value
    return Difference(
      above: above, below: below, distance: high - low,
      isDifferentiable: (above - below).isFinite && !kinks.areCrossed(by: workspace))
  }
}

/// One row of the check: a parameter, its gradient, and the central difference.
package struct FiniteDifference: Equatable, Sendable {
  package let parameter: Parameter
  package let analytical: Double
  package let numerical: Double
  /// How far the numerical gradient may be off.
  package let error: Double
  /// ℒ(w + ε).
  package let lossAbove: Double
  /// ℒ(w − ε).
  package let lossBelow: Double
  /// False at the kink of a relu, where any slope between the two one-sided ones is fair, and where
  /// the loss is not finite.
  package let isDifferentiable: Bool

  package var relativeError: Double { RelativeError.between(analytical, numerical) }

  /// Whether the gradient may be that of the loss; always so at a kink, where nothing is proved.
  package var agrees: Bool { !isDifferentiable || abs(analytical - numerical) <= error }
}

// MARK: - CustomStringConvertible

extension FiniteDifference: CustomStringConvertible {
  package var description: String {
    let comparison = "\(parameter): analytical \(analytical), numerical \(numerical)"
    return isDifferentiable
      ? "\(comparison), relative error \(relativeError)" : "\(comparison), not differentiable here"
  }
}
